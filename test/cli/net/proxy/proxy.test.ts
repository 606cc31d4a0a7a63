import { describe, expect, test } from "vitest";
import { isExempt } from "../../../../client/cli/net/proxy/exempt.ts";
import { proxyFor } from "../../../../client/cli/net/proxy/proxy.ts";

const SECURE = "https://chat.example.org";
const PLAIN = "http://chat.example.org:8787";

describe("the proxy of the environment", () => {
  test.each([
    { origin: SECURE, env: {}, host: undefined },
    { origin: SECURE, env: { HTTPS_PROXY: "http://p:3128" }, host: "p:3128" },
    { origin: SECURE, env: { https_proxy: "http://p:3128", HTTPS_PROXY: "http://q:1" }, host: "p:3128" },
    { origin: SECURE, env: { https_proxy: "", HTTPS_PROXY: "http://q:1" }, host: "q:1" },
    { origin: SECURE, env: { HTTPS_PROXY: " " }, host: undefined },
    { origin: SECURE, env: { HTTP_PROXY: "http://p:3128" }, host: undefined },
    { origin: PLAIN, env: { HTTPS_PROXY: "http://p:3128" }, host: undefined },
    { origin: PLAIN, env: { HTTP_PROXY: "http://p:3128" }, host: "p:3128" },
    { origin: PLAIN, env: { HTTP_PROXY: "http://p:3128", REQUEST_METHOD: "GET" }, host: undefined },
    { origin: PLAIN, env: { http_proxy: "http://p:3128", REQUEST_METHOD: "GET" }, host: "p:3128" },
    { origin: SECURE, env: { ALL_PROXY: "p" }, host: "p:80" },
    { origin: SECURE, env: { ALL_PROXY: "p", HTTPS_PROXY: "q:81" }, host: "q:81" },
    { origin: SECURE, env: { HTTPS_PROXY: "https://p/" }, host: "p:443" },
    { origin: SECURE, env: { HTTPS_PROXY: "[::1]:3128" }, host: "[::1]:3128" },
    { origin: "http://localhost:8787", env: { HTTP_PROXY: "p:3128" }, host: "p:3128" },
    { origin: SECURE, env: { HTTPS_PROXY: "p", NO_PROXY: "example.org" }, host: undefined },
    { origin: SECURE, env: { HTTPS_PROXY: "p", no_proxy: "other", NO_PROXY: "example.org" }, host: "p:80" },
    { origin: SECURE, env: { HTTPS_PROXY: "p", NO_PROXY: "example.org:443" }, host: undefined },
    { origin: SECURE, env: { HTTPS_PROXY: "nonsense://", NO_PROXY: "*" }, host: undefined },
  ])("$env for $origin", ({ origin, env, host }) => {
    expect(proxyFor(origin, env)?.host).toBe(host);
  });

  test.each([
    { written: "http://ana:hunter2@p:3128", shows: "ana:hunter2" },
    { written: "ana:hunter2@p:3128", shows: "ana:hunter2" },
    { written: "http://ana:p%40ss%2Fw%3Ard@p", shows: "ana:p@ss/w:rd" },
    { written: "http://ana:100%@p", shows: "ana:100%" },
    { written: "http://ana@p", shows: "ana:" },
    { written: "http://anä:pä@p", shows: "anä:pä" },
    { written: "http://p", shows: undefined },
  ])("$written signs in", ({ written, shows }) => {
    const { authorization, host } = proxyFor(SECURE, { HTTPS_PROXY: written }) ?? {};
    expect(authorization).toBe(shows && `Basic ${Buffer.from(shows).toString("base64")}`);
    expect(host).toMatch(/^p:\d+$/);
  });

  test.each([
    { written: "http://ana:hunter2/x@p:3128", says: "HTTPS_PROXY is no address of a proxy" },
    { written: "http://ana:12/hunter2@p:3128", says: "HTTPS_PROXY is no address of a proxy" },
    { written: "http://ana:hunter2#@p:3128", says: "HTTPS_PROXY is no address of a proxy" },
    { written: "http://ana:hunter2@p:port", says: "HTTPS_PROXY is no address of a proxy" },
    { written: "http://", says: "HTTPS_PROXY is no address of a proxy" },
    { written: "socks5://ana:hunter2@p:1080", says: "HTTPS_PROXY names a socks5 proxy" },
  ])("$written is refused, and not repeated", ({ written, says }) => {
    const look = () => proxyFor(SECURE, { HTTPS_PROXY: written });
    expect(look).toThrow(says);
    expect(look).toThrow(/^(?!.*(?:hunter2|ana:12))/);
  });
});

describe("NO_PROXY", () => {
  test.each([
    { list: "*", host: "example.org", is: true },
    { list: "a, *", host: "example.org", is: true },
    { list: "example.org", host: "example.org", is: true },
    { list: "Example.ORG.", host: "example.org", is: true },
    { list: "example.org", host: "chat.example.org.", is: true },
    { list: ".example.org", host: "chat.example.org", is: true },
    { list: ".example.org", host: "example.org", is: true },
    { list: "*.example.org", host: "chat.example.org", is: true },
    { list: "a,b example.org", host: "example.org", is: true },
    { list: "bücher.example", host: "xn--bcher-kva.example", is: true },
    { list: "example.org", host: "anexample.org", is: false },
    { list: "chat.example.org", host: "example.org", is: false },
    { list: "ple.org", host: "example.org", is: false },
    { list: "", host: "example.org", is: false },
    { list: ",.,", host: "example.org", is: false },
    { list: "%", host: "example.org", is: false },
    { list: "example.org:443", host: "example.org", is: true },
    { list: "example.org:8443", host: "example.org", is: false },
    { list: "localhost", host: "localhost", is: true },
    { list: "localhost", host: "127.0.0.1", is: false },
    { list: "127.0.0.1", host: "127.0.0.1", is: true },
    { list: "127.0.0.1:443", host: "127.0.0.1", is: true },
    { list: "127.0.0.1:80", host: "127.0.0.1", is: false },
    { list: ".0.0.1", host: "127.0.0.1", is: false },
    { list: "10.0.0.0/8", host: "10.200.3.4", is: true },
    { list: "10.0.0.0/8", host: "11.0.0.1", is: false },
    { list: "10.0.0.0/33", host: "10.0.0.1", is: false },
    { list: "10.0.0.0/8", host: "ten.example.org", is: false },
    { list: "::1", host: "::1", is: true },
    { list: "0:0:0:0:0:0:0:1", host: "::1", is: true },
    { list: "[::1]:443", host: "::1", is: true },
    { list: "[::1]:80", host: "::1", is: false },
    { list: "fd00::/8", host: "fd12::5", is: true },
    { list: "fd00::/8", host: "10.0.0.1", is: false },
  ])("$list has $host: $is", ({ list, host, is }) => {
    expect(isExempt(list, { hostname: host, port: 443 })).toBe(is);
  });
});
