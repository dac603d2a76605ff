import { connect, type Socket } from "node:net";

/** One kept-alive HTTP/1.1 connection with one request under way at a time, on a bare socket: cheaper than any server. */
export class HttpConnection {
  readonly #socket: Socket;
  #received: Buffer = Buffer.alloc(0);
  #settle: { resolve: (body: Buffer) => void; reject: (error: Error) => void } | undefined;

  constructor(address: string) {
    const port = address.lastIndexOf(":");
    this.#socket = connect({ host: address.slice(0, port), port: Number(address.slice(port + 1)) });
    this.#socket.setNoDelay();
    this.#socket.on("data", (chunk) => this.#take(chunk));
    this.#socket.on("error", (error) => this.#settle?.reject(error));
    this.#socket.on("close", () => this.#settle?.reject(new Error("The server hung up.")));
  }

  /** Sends a whole request; the body that is answered. Rejects for any status but 200. */
  call(request: Buffer): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      if (this.#socket.destroyed) reject(new Error("The server hung up."));
      else this.#socket.write(request);
    });
  }

  close(): void {
    this.#settle = undefined;
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const end = this.#received.indexOf("\r\n\r\n");
    if (end < 0) return;
    const head = this.#received.toString("latin1", 0, end);
    const body = bodyOf(head, this.#received.subarray(end + 4));
    if (body === undefined) return;
    const settle = this.#settle;
    this.#settle = undefined;
    this.#received = Buffer.alloc(0);
    if (head.startsWith("HTTP/1.1 200 ")) settle?.resolve(body);
    else settle?.reject(new Error(`${head.split("\r\n")[0]}: ${body.toString()}`));
  }
}

/** The body, once all of it is there: with its length told, or in chunks, of which these servers send one. */
function bodyOf(head: string, rest: Buffer): Buffer | undefined {
  const length = /^content-length: *(\d+)/im.exec(head)?.[1];
  if (length !== undefined) return rest.length < Number(length) ? undefined : rest;
  if (!rest.subarray(-5).equals(Buffer.from("0\r\n\r\n"))) return undefined;
  const begin = rest.indexOf("\r\n") + 2;
  return rest.subarray(begin, begin + Number.parseInt(rest.toString("latin1"), 16));
}

/** A form that a client posts with its secret, as it travels. */
export function postForm(
  path: string,
  authorization: string,
  form: Readonly<Record<string, string>>,
): Buffer {
  const body = new URLSearchParams(form).toString();
  return Buffer.from(
    [
      `POST ${path} HTTP/1.1`,
      "host: 127.0.0.1",
      `authorization: ${authorization}`,
      "content-type: application/x-www-form-urlencoded",
      `content-length: ${body.length}`,
      "",
      body,
    ].join("\r\n"),
  );
}
