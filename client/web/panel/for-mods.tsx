import { Component, type ComponentType } from "preact";
import { isAtLeast } from "../../../src/protocol/role.ts";
import type { InRoom } from "../session/in-room.ts";

/** A panel that nobody below a mod sees: whose role is taken away meanwhile is back among the people. */
export function forMods(Panel: ComponentType<InRoom>): ComponentType<InRoom> {
  return class ForMods extends Component<InRoom> {
    get #isMod(): boolean {
      return isAtLeast(this.props.session.chat.room.you?.role ?? "member", "mod");
    }

    override componentDidMount(): void {
      this.#leave();
    }

    override componentDidUpdate(): void {
      this.#leave();
    }

    #leave(): void {
      const { ui } = this.props.session;
      if (this.#isMod) return;
      ui.turnTo(ui.isNarrow ? undefined : "people");
      ui.redraw();
    }

    render({ session }: InRoom) {
      return this.#isMod ? <Panel session={session} /> : null;
    }
  };
}
