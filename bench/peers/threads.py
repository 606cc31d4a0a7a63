"""A thread per client and newline framing: the chat server of the textbooks."""

import socket
import sys
import threading

clients = {}
lock = threading.Lock()


def broadcast(line):
    with lock:
        for client in clients:
            client.sendall(line)


def serve(client):
    lines = client.makefile("rb")
    name = lines.readline().strip()
    if not name:
        return client.close()
    with lock:
        clients[client] = name
        client.sendall(b"welcome %d\n" % len(clients))
    try:
        for line in lines:
            broadcast(name + b": " + line.strip() + b"\n")
    except OSError:
        pass
    with lock:
        del clients[client]
    client.close()


listener = socket.create_server(("127.0.0.1", int(sys.argv[1])), backlog=128)
while True:
    connection, _ = listener.accept()
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    threading.Thread(target=serve, args=(connection,), daemon=True).start()
