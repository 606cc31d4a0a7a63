import { Component } from "preact";

/** Drawn anew only if something that it is given has changed. */
export abstract class Still<Props extends object> extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const now = Object.entries(this.props);
    return (
      now.length !== Object.keys(next).length ||
      now.some(([name, value]) => value !== Reflect.get(next, name))
    );
  }
}
