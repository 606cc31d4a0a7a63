import { Server } from "socket.io";

/** Socket.IO with its defaults: the broadcast of its "get started" pages. */
const server = new Server(Number(process.argv[2]));

server.on("connection", (socket) => {
  socket.emit("welcome", server.engine.clientsCount);
  socket.on("message", (message) => server.emit("message", message));
});
