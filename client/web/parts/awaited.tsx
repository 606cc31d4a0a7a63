import type { Late } from "../session/late.ts";
import { pageWords } from "../words/page-words.ts";

const { late: words } = pageWords;

/** Stands where something will be that is loaded later, or says that it won't come. */
export function Awaited({ late }: { late: Pick<Late<unknown>, "part"> }) {
  const isMissing = late.part === "missing";
  return (
    <div class="panel-body">
      <p class="hint" role="status">
        {isMissing ? words.missing : words.coming}
      </p>
      {isMissing && (
        <button type="button" onClick={() => location.reload()}>
          {words.reload}
        </button>
      )}
    </div>
  );
}
