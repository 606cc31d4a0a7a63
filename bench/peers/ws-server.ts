import { WebSocketServer } from "ws";

/** The usual broadcast server: one frame per message and member. */
const server = new WebSocketServer({ host: "127.0.0.1", port: Number(process.argv[2]) });

server.on("connection", (socket) => {
  socket.send(JSON.stringify({ type: "welcome", members: server.clients.size }));
  socket.on("message", (message) => {
    for (const client of server.clients) client.send(message, { binary: false });
  });
});
