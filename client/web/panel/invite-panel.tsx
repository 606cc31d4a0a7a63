import { Component } from "preact";
import { CopyLine } from "../parts/copy-line.tsx";
import { QrCode } from "../parts/qr-code.tsx";
import type { InRoom } from "../session/in-room.ts";
import { pageText } from "../text/page-text.ts";
import { pageWords } from "../words/page-words.ts";
import { panelWords } from "../words/panel-words.ts";
import { InviteForm } from "./invite-form.tsx";

const { invite } = panelWords;

/** `unknown`: it could not be asked. */
type KnownDoor = "open" | "invited" | "unknown";

/** How to bring others here: by the address where the door is open, else by invitations. */
export class InvitePanel extends Component<InRoom, { door: KnownDoor | undefined; shown: boolean }> {
  override componentDidMount(): void {
    void this.#ask();
  }

  async #ask(): Promise<void> {
    try {
      const { isDoorOpen } = await import("../gate-part.ts");
      this.setState({ door: (await isDoorOpen(this.props.session.room)) ? "open" : "invited" });
    } catch {
      this.setState({ door: "unknown" });
    }
  }

  render({ session }: InRoom) {
    const { you, locked, members } = session.chat.room;
    const { door, shown } = this.state;
    const isOwner = you?.role === "owner";
    const owners = members.filter(({ role }) => role === "owner").map(({ nick }) => pageText(nick));
    const address = `${location.origin}/${session.room}`;
    return (
      <div class="panel-body">
        {door === undefined && (
          <p class="hint" role="status">
            {pageWords.late.coming}
          </p>
        )}
        {door === "unknown" && <p class="hint">{pageWords.late.missing}</p>}
        {door === "open" && (
          <section>
            <p>{locked ? invite.openLocked : invite.open}</p>
            <CopyLine text={address} label={invite.copyAddress} />
            {shown ? (
              <QrCode text={address} label={invite.qrOfAddress} />
            ) : (
              <button type="button" class="quiet" onClick={() => this.setState({ shown: true })}>
                {invite.showQr}
              </button>
            )}
          </section>
        )}
        {door === "invited" && !isOwner && (
          <>
            <p>{invite.ownersInvite}</p>
            <p class="hint">{owners.length > 0 ? invite.ownersHere(owners) : invite.noOwnerHere}</p>
          </>
        )}
        {door === "invited" && isOwner && (
          <section>
            <p>{locked ? invite.invitedLocked : invite.invited}</p>
            <InviteForm session={session} />
          </section>
        )}
        {door === "open" && isOwner && (
          <details>
            <summary>{invite.byInvitation}</summary>
            <p class="hint">{invite.whyInvite}</p>
            <InviteForm session={session} />
          </details>
        )}
      </div>
    );
  }
}
