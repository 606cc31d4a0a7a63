import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { PushedNews } from "../../../src/protocol/push.ts";
import { Device } from "./device.ts";

/** A push as it came in, and when (in ms since the process began). */
export interface Arrived {
  readonly device: string;
  readonly news: PushedNews;
  readonly headers: IncomingHttpHeaders;
}

/** A push service on this machine (RFC 8030), whose devices read what is pushed to them. */
export class PushServer {
  readonly arrived: Arrived[] = [];
  /** The status of each answer; 0: there is none. */
  status = 201;
  readonly #server: Server;
  readonly #devices = new Map<string, Device>();
  readonly #watchers = new Set<() => void>();

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const name = request.url?.split("/").at(-1) ?? "";
      const device = this.#devices.get(name);
      if (device) {
        const news: PushedNews = JSON.parse(device.read(Buffer.concat(chunks)));
        this.arrived.push({ device: name, news, headers: request.headers });
      }
      if (this.status > 0) response.writeHead(device ? this.status : 404).end();
      for (const watch of this.#watchers) watch();
    });
  }

  static async start(): Promise<PushServer> {
    const service = new PushServer();
    await once(service.#server.listen(0, "127.0.0.1"), "listening");
    return service;
  }

  /** As `PUSH_HOSTS` has it. */
  get host(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `127.0.0.1:${port}`;
  }

  device(name: string): Device {
    const device = new Device(name, `http://${this.host}`);
    this.#devices.set(name, device);
    return device;
  }

  /** The first so many pushes, once they are here. */
  async pushes(count: number): Promise<Arrived[]> {
    while (this.arrived.length < count)
      await new Promise<void>((resolve) => {
        const watch = () => {
          this.#watchers.delete(watch);
          resolve();
        };
        this.#watchers.add(watch);
      });
    return this.arrived.slice(0, count);
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
