import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  request,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { Hono } from "hono";
import { describe, expect, onTestFinished, test } from "vitest";
import type { FieldLists } from "../../server/domain/field-paths.js";
import type { Answer, Principal } from "../../verifier/answer.js";
import { fieldListsFrom, filterBody, forbiddenFields } from "../../verifier/fields.js";
import { requireCredential as requireWithHono } from "../../verifier/hono.js";
import { requireCredential } from "../../verifier/http.js";
import type { Question } from "../../verifier/question.js";
import type { Verifier } from "../../verifier/verifier.js";

const PRINCIPAL = { accountId: "acme", email: "jane@acme.example" } as Principal;
const WITHOUT_EMAIL: FieldLists = { allowed: [], removed: ["**.email"] };
const STATUS_ONLY: FieldLists = { allowed: [["ticket.status"]], removed: [] };

/** One that lets everybody through with these fields, and remembers what it was asked. */
function verifierWith(fields: { requestFields?: FieldLists; responseFields?: FieldLists }) {
  const asked: Question[] = [];
  const check = (question: Question): Answer => {
    asked.push(question);
    return { status: 200, allowed: true, principal: PRINCIPAL, ...fields };
  };
  return { verifier: { check } as unknown as Verifier, asked };
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function guarded(
  fields: { requestFields?: FieldLists; responseFields?: FieldLists },
  handler: (request: IncomingMessage, response: ServerResponse) => void,
) {
  const { verifier, asked } = verifierWith(fields);
  const guard = requireCredential(verifier);
  return {
    asked,
    url: serve((request, response) => guard(request, response, () => handler(request, response))),
  };
}

const TICKETS = '{"tickets": [{"id": 1, "requester": {"name": "Jane", "email": "jane@x"}}, {"id": 2}]}';
const FILTERED = '{"tickets": [{"id": 1, "requester": {"name": "Jane"}}, {"id": 2}]}';
const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };

describe("the answer of a service", () => {
  test.each<[string, (response: ServerResponse) => void]>([
    ["in one piece", (response) => response.writeHead(200, JSON_TYPE).end(TICKETS)],
    [
      "with its length and its tag",
      (response) => {
        response.setHeader("content-type", "application/json");
        response.setHeader("content-length", Buffer.byteLength(TICKETS));
        response.setHeader("etag", '"whole"');
        response.end(TICKETS);
      },
    ],
    [
      "in many pieces",
      (response) => {
        response.writeHead(200, "Fine", JSON_TYPE);
        response.flushHeaders();
        for (const byte of Buffer.from(TICKETS)) response.write(Buffer.from([byte]));
        response.end();
      },
    ],
    [
      "in another encoding",
      (response) => void response.writeHead(200, JSON_TYPE).end(Buffer.from(TICKETS).toString("hex"), "hex"),
    ],
  ])("loses what may not be seen: %s", async (_, handler) => {
    const { url } = guarded({ responseFields: WITHOUT_EMAIL }, (_request, response) => handler(response));
    const response = await fetch(await url);
    expect(response.status).toBe(200);
    expect(response.headers.get("etag")).toBeNull();
    expect(JSON.parse(await response.text())).toEqual(JSON.parse(FILTERED));
  });

  test.each<[string, (response: ServerResponse) => void, number]>([
    ["text", (response) => response.writeHead(200, { "content-type": "text/csv" }).end("jane@x"), 403],
    ["of no type", (response) => void response.end("jane@x"), 403],
    [
      "compressed",
      (response) => response.writeHead(200, { ...JSON_TYPE, "content-encoding": "gzip" }).end("jane@x"),
      403,
    ],
    [
      "no JSON whatever it says",
      (response) => response.writeHead(200, JSON_TYPE).end('{"email":"jane@x"'),
      502,
    ],
    ["nothing", (response) => response.writeHead(204).end(), 204],
  ])("that cannot be filtered is kept back whole: %s", async (_, handler, status) => {
    const { url } = guarded({ responseFields: WITHOUT_EMAIL }, (_request, response) => handler(response));
    const response = await fetch(await url);
    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain("jane");
  });

  test("that turns out to be no JSON when part of it is out is cut off", async () => {
    const { url } = guarded({ responseFields: WITHOUT_EMAIL }, (_request, response) => {
      response.writeHead(200, JSON_TYPE).write('{"id":1,');
      response.end('"email":"jane@x"]');
    });
    await expect(fetch(await url).then((response) => response.text())).rejects.toThrow();
  });
});

async function echo(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  response.writeHead(200, JSON_TYPE).end(Buffer.concat(chunks));
}

describe("the body of a request", () => {
  test("reaches the service unharmed when it may be sent, in however many pieces it comes", async () => {
    const { url } = guarded(
      { requestFields: STATUS_ONLY },
      (incoming, response) => void echo(incoming, response),
    );
    const target = new URL(await url);
    const body = JSON.stringify({ ticket: { status: "x".repeat(200_000) } });
    for (const headers of [{}, { "content-length": String(body.length) }]) {
      const got = await new Promise<string>((resolve, reject) => {
        const outgoing = request(
          target,
          { method: "PUT", headers: { ...JSON_TYPE, ...headers } },
          (incoming) => {
            let text = "";
            incoming.setEncoding("utf8").on("data", (more: string) => (text += more));
            incoming.on("end", () => resolve(text));
          },
        );
        outgoing.on("error", reject);
        for (let at = 0; at < body.length; at += 50_000) outgoing.write(body.slice(at, at + 50_000));
        outgoing.end();
      });
      expect(got === body).toBe(true);
    }
    expect((await fetch(await url)).status).toBe(200);
  });

  test.each([
    ["a field that may not be sent", '{"ticket":{"status":"open","assignee":7}}', JSON_TYPE, 403],
    ["a name twice", '{"ticket":{"status":1,"status":2}}', JSON_TYPE, 400],
    ["a prototype", '{"__proto__":{"status":1}}', JSON_TYPE, 400],
    ["no JSON", "{", JSON_TYPE, 400],
    ["a form", "ticket[status]=open", { "content-type": "application/x-www-form-urlencoded" }, 415],
    ["a compressed body", "{}", { ...JSON_TYPE, "content-encoding": "gzip" }, 415],
    ["a long body", `{"ticket":{"status":"${"x".repeat(1_100_000)}"}}`, JSON_TYPE, 413],
  ])("%s is refused, and the service hears nothing of it", async (_, body, headers, status) => {
    let heard = 0;
    const { url } = guarded({ requestFields: STATUS_ONLY }, (_request, response) => {
      heard += 1;
      response.end();
    });
    const response = await fetch(await url, { method: "POST", body, headers });
    expect(response.status).toBe(status);
    expect(heard).toBe(0);
    await response.text();
  });
});

describe("a request", () => {
  test("that asks for another method than its own is one of an unknown method", async () => {
    const { url, asked } = guarded({}, (_request, response) => void response.end());
    await fetch(`${await url}/tickets?_method=DELETE`, {
      method: "POST",
      headers: { "X-HTTP-Method-Override": "DELETE" },
    });
    await fetch(`${await url}/tickets`, { method: "POST", headers: { "X-HTTP-Method-Override": "post" } });
    expect(asked.map(({ method, path }) => [method, path])).toEqual([
      ["", "/tickets?_method=DELETE"],
      ["POST", "/tickets"],
    ]);
  });
});

describe("with Hono", () => {
  test("fields are kept back, of requests and of answers", async () => {
    const { verifier } = verifierWith({ requestFields: STATUS_ONLY, responseFields: WITHOUT_EMAIL });
    const app = new Hono();
    app.use(requireWithHono(verifier));
    app.get("/tickets", (context) => context.body(TICKETS, 200, JSON_TYPE));
    app.get("/report", (context) => context.text("jane@x"));
    app.post("/tickets", async (context) => context.json(await context.req.json()));
    expect(await (await app.request("/tickets")).text()).toBe(FILTERED);
    expect((await app.request("/report")).status).toBe(403);
    const send = (body: string) => app.request("/tickets", { method: "POST", body, headers: JSON_TYPE });
    expect(await (await send('{"ticket":{"status":"open"}}')).json()).toEqual({ ticket: { status: "open" } });
    expect((await send('{"ticket":{"assignee":1}}')).status).toBe(403);
  });
});

test("field lists are read from the header a proxy passes on, and used by hand", () => {
  const lists = fieldListsFrom('{"allowed":[],"removed":["**.email"]}');
  expect(Buffer.from(filterBody(Buffer.from(TICKETS), lists)).toString()).toBe(FILTERED);
  expect(forbiddenFields(Buffer.from('{"email":1}'), lists)).toEqual(["email"]);
  expect(fieldListsFrom("")).toEqual({ allowed: [], removed: [] });
  expect(() => fieldListsFrom("{}")).toThrow(SyntaxError);
});
