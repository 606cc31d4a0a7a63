import { execFileSync, spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { Agent, request } from "node:https";
import { setTimeout as pause } from "node:timers/promises";
import { ROOT } from "../../../scripts/bundles.ts";
import { freePort } from "../../support/free-port.ts";
import { folder, run } from "./box.ts";

/** A TLS proxy with an example of `deploy/`: its paths and ports changed, so that it runs beside others and without root. */
export interface Proxy {
  readonly name: string;
  /** Whether this machine has it. */
  readonly isHere: boolean;
  start(site: Site): Promise<void>;
}

interface Site {
  /** Where the proxy listens, and where papo does. */
  readonly port: number;
  readonly papo: number;
  /** A folder with `cert.pem` and `key.pem`, for the proxy alone. */
  readonly home: string;
}

const example = (name: string) => readFile(`${ROOT}deploy/${name}`, "utf8");
const isHere = (program: string) => spawnSync(program, ["-h"]).error === undefined;

const nginx: Proxy = {
  name: "nginx",
  isHere: isHere("nginx"),
  async start({ port, papo, home }) {
    const site = (await example("nginx.conf"))
      .replace(/^ *listen \[::\].*\n/gm, "")
      .replace("listen 80;", `listen 127.0.0.1:${await freePort()};`)
      .replace("listen 443 ssl;", `listen 127.0.0.1:${port} ssl;`)
      .replaceAll("chat.example.org", "localhost")
      .replace(/ssl_certificate .*;/, `ssl_certificate ${home}/cert.pem;`)
      .replace(/ssl_certificate_key .*;/, `ssl_certificate_key ${home}/key.pem;`)
      .replaceAll("127.0.0.1:8787", `127.0.0.1:${papo}`);
    const folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map((name) => `${name}_temp_path ${home}/${name};`)
      .join("\n");
    const http = `access_log off;\n${folders}\n${site}`;
    const config = `daemon off;\npid ${home}/pid;\nerror_log stderr;\nevents {}\nhttp {\n${http}\n}\n`;
    await writeFile(`${home}/nginx.conf`, config);
    run("nginx", ["-p", home, "-c", "nginx.conf", "-e", "stderr"]);
  },
};

const caddy: Proxy = {
  name: "Caddy",
  isHere: isHere("caddy"),
  async start({ port, papo, home }) {
    const site = (await example("Caddyfile"))
      .replace("chat.example.org {", `https://localhost:${port} {\n\ttls ${home}/cert.pem ${home}/key.pem`)
      .replace("127.0.0.1:8787", `127.0.0.1:${papo}`);
    await writeFile(`${home}/Caddyfile`, `{\n\tadmin off\n\tauto_https off\n}\n${site}`);
    run("caddy", ["run", "--config", `${home}/Caddyfile`, "--adapter", "caddyfile"], { HOME: home });
  },
};

export const PROXIES: readonly Proxy[] = [nginx, caddy];

/** What a proxy answered. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** A proxy as its clients see it. */
export class Front {
  readonly port: number;
  /** The certificate by which it is known. */
  readonly ca: string;

  private constructor(port: number, ca: string) {
    this.port = port;
    this.ca = ca;
  }

  /** Runs a proxy in front of papo, and waits until it answers. */
  static async start(proxy: Proxy, papo: number): Promise<Front> {
    const home = await folder();
    const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
    const name = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-days", "1"];
    const files = ["-keyout", `${home}/key.pem`, "-out", `${home}/cert.pem`];
    execFileSync("openssl", ["req", "-x509", ...key, ...name, ...files], { stdio: "ignore" });
    const front = new Front(await freePort(), await readFile(`${home}/cert.pem`, "utf8"));
    await proxy.start({ port: front.port, papo, home });
    for (let tries = 0; tries < 100; tries++) {
      const answer = await front.fetch("/api/health").catch(() => undefined);
      if (answer?.status === 200) return front;
      await pause(100);
    }
    throw new Error(`${proxy.name} did not start.`);
  }

  get host(): string {
    return `localhost:${this.port}`;
  }

  /** One request, with whatever headers a client may send. */
  fetch(path: string, init: { headers?: Record<string, string>; body?: string } = {}): Promise<Answer> {
    const { headers = {}, body } = init;
    const agent = new Agent({ ca: this.ca });
    const method = body === undefined ? "GET" : "POST";
    return new Promise((resolve, reject) => {
      const sent = request(`https://${this.host}${path}`, { agent, method, headers }, (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk) => {
          text += chunk;
        });
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body: text }));
      });
      sent.on("error", reject);
      sent.end(body);
    });
  }
}
