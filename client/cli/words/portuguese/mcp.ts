/** To agents, and to programs that run them: in English, whoever speaks what. */
export { mcp } from "../english/mcp.ts";
