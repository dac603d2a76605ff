import { type ClientHttp2Session, connect } from "node:http2";

/** A call as it travels: everything is made beforehand, so that making it costs no time in a round. */
export interface WireCall {
  readonly path: string;
  readonly authorization: string;
  /** The message behind its prefix of five bytes. */
  readonly frame: Buffer;
}

/** Puts a message into the frame that gRPC sends. */
export function frameOf(message: Buffer): Buffer {
  const prefix = Buffer.alloc(5);
  prefix.writeUInt32BE(message.length, 1);
  return Buffer.concat([prefix, message]);
}

/** One connection that makes unary gRPC calls over bare HTTP/2, which leaves the load generator cheaper than any server. */
export class GrpcConnection {
  readonly #session: ClientHttp2Session;

  constructor(address: string) {
    this.#session = connect(`http://${address}`);
  }

  /** The message that is answered. Rejects for any status but OK. */
  call({ path, authorization, frame }: WireCall): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const stream = this.#session.request({
        ":method": "POST",
        ":path": path,
        "content-type": "application/grpc",
        te: "trailers",
        authorization,
      });
      const chunks: Buffer[] = [];
      let status: unknown;
      stream.on("response", (headers) => {
        status = headers["grpc-status"];
      });
      stream.on("trailers", (trailers) => {
        status = trailers["grpc-status"];
      });
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (status === "0") resolve(Buffer.concat(chunks).subarray(5));
        else reject(new Error(`${path} ended with the status ${status}.`));
      });
      stream.on("error", reject);
      stream.end(frame);
    });
  }

  close(): void {
    this.#session.close();
  }
}
