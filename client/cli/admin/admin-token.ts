import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { secretIn, shortened } from "../person/secrets.ts";
import { askUnseen, isAtTerminal } from "../pipe/at-terminal.ts";
import { loadConfig } from "../shell/config.ts";
import { sayLine } from "../view/remark.ts";
import { cliWords } from "../words/words.ts";

/** The admin token for a server: from its variable, or asked for unseen. Never an argument. */
export async function adminToken(origin: string): Promise<string> {
  const { env } = process;
  const told = secretIn("PAPO_ADMIN_TOKEN", { env, origin, url: loadConfig(env).url });
  if (told !== undefined && "secret" in told) return told.secret;
  const withheld = told?.withheld;
  const { admin } = cliWords();
  const giveToken = admin.giveToken(shortened(origin));
  if (!isAtTerminal()) throw new Failure(EXIT.usage, withheld ?? giveToken);
  if (withheld !== undefined) sayLine(withheld);
  const token = (await askUnseen(admin.token))?.trim();
  if (token) return token;
  throw new Failure(EXIT.refused, giveToken);
}
