import { refuseAs } from "../../protocol/detail.ts";
import { isRefusal, type Refusal, refuse } from "../../protocol/error.ts";
import { essenceOf, readText } from "../read-body.ts";

/** What came, yet to be looked at: it may be anything that JSON can tell. */
interface HookBody {
  readonly posted: unknown;
}

const FORM = "application/x-www-form-urlencoded";

/** Reads a body in any of the ways in which systems send JSON, or a few fields, or a text. */
export async function readHookBody(request: Request): Promise<HookBody | Refusal> {
  const essence = essenceOf(request);
  if (essence === "multipart/form-data") return await readParts(request);
  const isJson = essence === "" || essence === "application/json" || essence.endsWith("+json");
  if (!isJson && essence !== FORM && essence !== "text/plain") return refuse("unsupported_type");
  const text = await readText(request);
  if (isRefusal(text)) return text;
  if (isJson) return parsed(text);
  // `curl` calls whatever it is given a form, and so do old scripts.
  const body = text.trimStart().startsWith("{") ? parsed(text) : undefined;
  if (body && !isRefusal(body)) return body;
  return essence === FORM ? fields(new URLSearchParams(text)) : { posted: { text } };
}

/** A file that comes along is left out: there is a message beside it. */
async function readParts(request: Request): Promise<HookBody | Refusal> {
  try {
    return fields(await request.formData());
  } catch {
    return refuseAs("body_cut");
  }
}

/** Slack's field of a form is `payload`, Discord's `payload_json`: either is all that counts. */
function fields(form: FormData | URLSearchParams): HookBody | Refusal {
  const payload = form.get("payload") ?? form.get("payload_json");
  return typeof payload === "string" ? parsed(payload) : { posted: Object.fromEntries(form) };
}

function parsed(text: string): HookBody | Refusal {
  try {
    return { posted: JSON.parse(text) };
  } catch {
    return refuseAs("body_no_json");
  }
}
