import * as v from "valibot";
import { version } from "../../../package.json";
import { isPapoProblem } from "../../library/is-papo-problem.ts";
import type { Problem } from "../../library/types/problem.ts";
import { cliWords } from "../words/words.ts";
import {
  type RequestId,
  RPC_ERRORS,
  type RpcError,
  type RpcMessage,
  type RpcParams,
  readRpc,
} from "./json-rpc.ts";
import type { AgentTool, ToolRoom } from "./tool.ts";

/** The versions of the Model Context Protocol that are spoken here, the newest first: what is used of it is the same in all. */
const VERSIONS = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"] as const;
/** Calls that may wait for their answers at one time. */
const MOST_CALLS = 100;

export interface McpServerOptions {
  readonly tools: readonly AgentTool[];
  readonly room: Omit<ToolRoom, "signal">;
  /** Resolves once somebody is in the room; with why not, where they never will be. */
  ready(): Promise<Problem | undefined>;
  /** Writes a message, which is a line. */
  send(message: object): void;
}

const called = v.object({ name: v.string(), arguments: v.optional(v.unknown(), {}) });
const cancelled = v.object({ requestId: v.union([v.string(), v.number()]) });
const hello = v.object({ protocolVersion: v.string() });

/** Something that a tool is doing. */
interface OpenCall {
  /** Aborted, it waits for nobody any more. */
  readonly patience: AbortController;
  /** Whether nobody wants its answer. */
  isCancelled: boolean;
}

function cancel(call: OpenCall): void {
  call.isCancelled = true;
  call.patience.abort();
}

/**
 * The Model Context Protocol (https://modelcontextprotocol.io), as far as a
 * server needs it that has tools: a line in, at most a line out.
 */
export class McpServer {
  readonly #options: McpServerOptions;
  /** What is being done, by the request's id. */
  readonly #open = new Map<RequestId, OpenCall>();
  /** What is not answered yet. */
  readonly #answers = new Set<Promise<void>>();

  constructor(options: McpServerOptions) {
    this.#options = options;
  }

  /** Takes a line. Resolves when it is answered, if it is. */
  async take(line: string): Promise<void> {
    if (line.trim() === "") return;
    const incoming = readRpc(line);
    switch (incoming.kind) {
      case "request": {
        const answer = this.#answer(incoming);
        this.#answers.add(answer);
        await answer;
        this.#answers.delete(answer);
        return;
      }
      case "notification":
        this.#notified(incoming);
        return;
      case "unreadable":
        this.#fail(incoming.id, incoming.error);
        return;
      case "answer":
        return;
      default:
        incoming satisfies never;
    }
  }

  /** Nothing more is asked. Resolves when all is answered that was; who waits for others waits no longer. */
  async finish(): Promise<void> {
    for (const { patience } of this.#open.values()) patience.abort();
    await Promise.all(this.#answers);
  }

  /** Nobody waits any more. */
  close(): void {
    for (const call of this.#open.values()) cancel(call);
  }

  async #answer({ id, method, params }: Extract<RpcMessage, { kind: "request" }>): Promise<void> {
    switch (method) {
      case "initialize":
        this.#send({ id, result: welcome(params) });
        return;
      case "ping":
        this.#send({ id, result: {} });
        return;
      case "tools/list":
        this.#send({ id, result: { tools: this.#options.tools.map(described) } });
        return;
      case "tools/call":
        return this.#call(id, params);
      default:
        this.#fail(id, RPC_ERRORS.noMethod);
    }
  }

  async #call(id: RequestId, params: RpcParams): Promise<void> {
    const asked = v.safeParse(called, params);
    const tool = this.#options.tools.find(({ name }) => asked.success && name === asked.output.name);
    if (!asked.success || this.#open.has(id)) {
      this.#fail(id, RPC_ERRORS.invalidParams);
      return;
    }
    if (tool === undefined) {
      const message = cliWords().mcp.noTool(asked.output.name);
      this.#fail(id, { ...RPC_ERRORS.invalidParams, message });
      return;
    }
    if (this.#open.size >= MOST_CALLS) {
      this.#send({ id, result: failed(cliWords().mcp.tooMany) });
      return;
    }
    const call = { patience: new AbortController(), isCancelled: false };
    this.#open.set(id, call);
    const result = await this.#resultOf(tool, asked.output.arguments, call.patience.signal);
    this.#open.delete(id);
    // Who has cancelled it wants no answer.
    if (!call.isCancelled) this.#send({ id, result });
  }

  async #resultOf(tool: AgentTool, input: unknown, signal: AbortSignal): Promise<object> {
    const problem = await this.#options.ready();
    if (problem !== undefined) return failed(problem.message);
    const done = await tool.call({ ...this.#options.room, signal }, input);
    if (isPapoProblem(done)) return failed(done.message);
    return { content: [{ type: "text", text: JSON.stringify(done) }], structuredContent: done };
  }

  #notified({ method, params }: Extract<RpcMessage, { kind: "notification" }>): void {
    const asked = method === "notifications/cancelled" ? v.safeParse(cancelled, params) : undefined;
    const call = asked?.success ? this.#open.get(asked.output.requestId) : undefined;
    if (call !== undefined) cancel(call);
  }

  #fail(id: RequestId | null, error: RpcError): void {
    this.#send({ id, error });
  }

  #send(message: object): void {
    this.#options.send({ jsonrpc: "2.0", ...message });
  }
}

function welcome(params: RpcParams): object {
  const asked = v.safeParse(hello, params);
  const wanted = VERSIONS.find((each) => asked.success && each === asked.output.protocolVersion);
  return {
    protocolVersion: wanted ?? VERSIONS[0],
    capabilities: { tools: {} },
    serverInfo: { name: "papo", version },
    instructions: cliWords().mcp.instructions,
  };
}

function described({ name, kind, inputSchema }: AgentTool): object {
  return {
    name,
    description: cliWords().mcp.tools[name],
    inputSchema,
    annotations: {
      readOnlyHint: kind === "reads",
      destructiveHint: kind === "destroys",
      openWorldHint: true,
    },
  };
}

/** What a tool could not do, for the agent to read. */
function failed(why: string): object {
  return { content: [{ type: "text", text: why }], isError: true };
}
