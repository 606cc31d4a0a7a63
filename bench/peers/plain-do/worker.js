import { DurableObject } from "cloudflare:workers";

/** The usual chat room of the tutorials: hibernatable sockets, one frame per message and member, nothing stored. */
export class Room extends DurableObject {
  fetch() {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    server.send(JSON.stringify({ type: "welcome", members: this.ctx.getWebSockets().length }));
    return new Response(null, { status: 101, webSocket: client });
  }

  webSocketMessage(_, message) {
    for (const socket of this.ctx.getWebSockets()) socket.send(message);
  }
}

/** The same, and each message is stored as a row first. */
export class StoringRoom extends Room {
  constructor(ctx, env) {
    super(ctx, env);
    ctx.storage.sql.exec(
      "CREATE TABLE IF NOT EXISTS messages (id INTEGER PRIMARY KEY, at INTEGER, message TEXT)",
    );
  }

  webSocketMessage(socket, message) {
    this.ctx.storage.sql.exec("INSERT INTO messages (at, message) VALUES (?, ?)", Date.now(), message);
    super.webSocketMessage(socket, message);
  }
}

// biome-ignore lint/style/noDefaultExport: what workerd asks for
export default {
  fetch(request, env) {
    return env.ROOM.getByName(new URL(request.url).pathname).fetch(request);
  },
};
