import type { Address } from "../../core/address.ts";
import type { RoomHttp } from "../../core/http/room-http.ts";
import { isUnmet } from "../../core/http/unmet.ts";
import { remark } from "../view/remark.ts";
import { cliWords } from "../words/words.ts";

/** Says on standard error why there is nothing to read: a misspelt room is as quiet as an empty one. */
export async function tellEmpty(
  api: Pick<RoomHttp, "summary">,
  { room }: Pick<Address, "room">,
  otherwise: (room: string) => string,
): Promise<void> {
  const summary = await api.summary();
  // What was asked for has been answered all the same.
  if (isUnmet(summary)) return;
  const isUsed = !("cursor" in summary) || summary.members > 0 || summary.cursor > 0;
  remark((isUsed ? otherwise : cliWords().read.neverUsed)(room));
}
