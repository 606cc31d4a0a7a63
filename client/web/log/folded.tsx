import { Component } from "preact";
import { panelWords } from "../words/panel-words.ts";

/** So much of a tall message that it leaves room for others; the rest is shown to who wants it. */
export class Folded extends Component<object, { isOpen: boolean }> {
  override state = { isOpen: false };

  render() {
    const { children } = this.props;
    if (this.state.isOpen) return <>{children}</>;
    return (
      <>
        <div class="folded">{children}</div>
        <button type="button" class="quiet" onClick={() => this.setState({ isOpen: true })}>
          {panelWords.tools.showAll}
        </button>
      </>
    );
  }
}
