import * as v from "valibot";
import type { Chat } from "../../core/chat.ts";
import type { Clock } from "../../core/clock.ts";
import type { Orders } from "../../library/orders.ts";
import type { Receipts } from "../../library/receipts.ts";
import type { Problem } from "../../library/types/problem.ts";
import { cliWords } from "../words/words.ts";

/** What a tool works with. */
export interface ToolRoom {
  readonly chat: Chat;
  /** What becomes of what is said, and of orders. */
  readonly receipts: Receipts;
  readonly orders: Orders;
  readonly clock: Clock;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

type McpWords = ReturnType<typeof cliWords>["mcp"];
type ToolName = keyof McpWords["tools"];

interface ToolParts<Taken extends v.ObjectEntries> {
  readonly name: ToolName;
  readonly input: v.StrictObjectSchema<Taken, undefined>;
  /** Whether it changes nothing; and whether it takes something away. */
  readonly kind: "reads" | "writes" | "destroys";
  run(
    room: ToolRoom,
    input: v.InferOutput<v.StrictObjectSchema<Taken, undefined>>,
  ): Promise<object | Problem> | object | Problem;
}

/** Something that an agent can do in the room. */
export interface AgentTool {
  readonly name: ToolName;
  readonly kind: ToolParts<v.ObjectEntries>["kind"];
  /** Its input, as JSON Schema. */
  readonly inputSchema: object;
  /** What is no such input does nothing, and is told so that the agent can do better. */
  call(room: ToolRoom, input: unknown): Promise<object | Problem>;
}

export function tool<Taken extends v.ObjectEntries>({ name, input, kind, run }: ToolParts<Taken>): AgentTool {
  return {
    name,
    kind,
    inputSchema: inputSchemaOf(input.entries),
    async call(room, given) {
      const read = v.safeParse(input, given);
      return read.success ? run(room, read.output) : badInput(read.issues, Object.keys(input.entries));
    },
  };
}

function badInput(issues: readonly v.BaseIssue<unknown>[], fields: readonly string[]): Problem {
  const faults = issues.map((issue) => ({
    field: v.getDotPath(issue) ?? "arguments",
    why: issue.message,
  }));
  return { code: "bad_input", message: cliWords().mcp.badInput({ faults, fields }) };
}

function inputSchemaOf(entries: v.ObjectEntries): object {
  const described: Readonly<Record<string, string>> = cliWords().mcp.fields;
  const named = Object.entries(entries);
  return {
    type: "object",
    properties: Object.fromEntries(
      named.map(([name, field]) => [name, { ...jsonSchemaOf(field), description: described[name] }]),
    ),
    required: named.filter(([, field]) => !("wrapped" in field)).map(([name]) => name),
    additionalProperties: false,
  };
}

const steps = v.object({
  pipe: v.array(v.object({ type: v.string(), requirement: v.optional(v.unknown()) })),
});

/** What the schema calls a type, JSON Schema does, too. */
function jsonSchemaOf(field: v.ObjectEntries[string]): object {
  const inner = "wrapped" in field ? field.wrapped : field;
  const { pipe } = v.is(steps, inner) ? inner : { pipe: [] };
  const required = (type: string) => pipe.find((step) => step.type === type)?.requirement;
  return {
    type: pipe.some(({ type }) => type === "integer") ? "integer" : inner.type,
    minimum: required("min_value"),
    maximum: required("max_value"),
  };
}
