import { Component } from "preact";
import { MessageTools } from "../log/message-tools.tsx";
import type { Picked } from "../session/room-session.ts";
import { ReactionBar } from "./reaction-bar.tsx";

/** What can be done with a message; while somebody reacts to it, the emoji for that. */
export class PickedTools extends Component<Picked, { isReacting: boolean }> {
  override state = { isReacting: false };

  render(props: Picked, { isReacting }: { isReacting: boolean }) {
    const { message, session, id, asking } = props;
    if (!isReacting || asking)
      return <MessageTools {...props} onReact={() => this.setState({ isReacting: true })} />;
    const close = () => this.setState({ isReacting: false });
    return <ReactionBar message={message} session={session} row={id} onClose={close} />;
  }
}
