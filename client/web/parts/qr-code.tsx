import { Component } from "preact";
import { panelWords } from "../words/panel-words.ts";
import { QUIET, qrPath } from "./qr-path.ts";

const { qr } = panelWords;

interface QrCodeProps {
  text: string;
  /** What it holds, for who can't see it. */
  label: string;
}

type Drawing = { path: string; width: number } | "missing";

/** A text for a camera. What draws it is loaded when the first one is shown. */
export class QrCode extends Component<QrCodeProps, { drawing: Drawing | undefined }> {
  override componentDidMount(): void {
    void this.#draw();
  }

  async #draw(): Promise<void> {
    try {
      const { generate } = await import("lean-qr/nano");
      const squares = generate(this.props.text);
      this.setState({ drawing: { path: qrPath(squares), width: squares.size + 2 * QUIET } });
    } catch {
      this.setState({ drawing: "missing" });
    }
  }

  render({ label }: QrCodeProps) {
    const { drawing } = this.state;
    if (drawing === "missing") return <p class="hint">{qr.missing}</p>;
    const { path = "", width = 1 } = drawing ?? {};
    return (
      // Dark on light in either theme: cameras want it so.
      <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${width} ${width}`}>
        <rect width={width} height={width} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
    );
  }
}
