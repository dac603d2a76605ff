import { connect } from "node:http2";
import { cpuSecondsOf } from "./machine.js";

/** What one round of messages was like. */
export interface StreamFigures {
  readonly messagesPerSecond: number;
  /** What the server computed for one message, in microseconds; NaN where nobody tells. */
  readonly cpuMicroseconds: number;
}

/** How messages are sent. */
export interface StreamLoad {
  readonly address: string;
  readonly serverPid: number;
  readonly path: string;
  readonly authorization: string;
  /** Sent again and again, in turn. */
  readonly frames: readonly Buffer[];
  readonly streams: number;
  /** How many messages of a stream are on their way at a time. */
  readonly inFlight: number;
  readonly milliseconds: number;
}

/** Keeps messages on their way over some streams, each answered by one, until the time is up. */
export async function applyStreamLoad(load: StreamLoad): Promise<StreamFigures> {
  const session = connect(`http://${load.address}`);
  const cpuBefore = cpuSecondsOf(load.serverPid) ?? Number.NaN;
  const begin = performance.now();
  const counts = await Promise.all(
    Array.from({ length: load.streams }, (_, n) => runStream(session, load, n, begin + load.milliseconds)),
  );
  const seconds = (performance.now() - begin) / 1_000;
  const cpuSeconds = (cpuSecondsOf(load.serverPid) ?? Number.NaN) - cpuBefore;
  session.close();
  const messages = counts.reduce((sum, count) => sum + count, 0);
  return { messagesPerSecond: messages / seconds, cpuMicroseconds: (cpuSeconds / messages) * 1e6 };
}

function runStream(
  session: ReturnType<typeof connect>,
  { path, authorization, frames, inFlight }: StreamLoad,
  offset: number,
  end: number,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const stream = session.request({
      ":method": "POST",
      ":path": path,
      "content-type": "application/grpc",
      te: "trailers",
      authorization,
    });
    let sent = 0;
    let answered = 0;
    const send = () => stream.write(frames[(offset + sent++) % frames.length] as Buffer);
    const counter = new FrameCounter();
    stream.on("data", (chunk: Buffer) => {
      const more = counter.count(chunk);
      answered += more;
      for (let n = 0; n < more && performance.now() < end; n++) send();
      if (answered === sent) stream.end();
    });
    stream.on("trailers", (trailers) => {
      if (trailers["grpc-status"] === "0") resolve(answered);
      else reject(new Error(`The stream ended with the status ${trailers["grpc-status"]}.`));
    });
    stream.on("error", reject);
    for (let n = 0; n < inFlight; n++) send();
  });
}

/** Counts the messages in what arrives, without looking into them. */
class FrameCounter {
  /** How much of the message that is arriving is still to come. */
  #missing = 0;
  #prefix = Buffer.alloc(5);
  #prefixLength = 0;

  count(chunk: Buffer): number {
    let messages = 0;
    let at = 0;
    while (at < chunk.length) {
      if (this.#missing > 0) {
        const taken = Math.min(this.#missing, chunk.length - at);
        this.#missing -= taken;
        at += taken;
        if (this.#missing === 0) messages += 1;
        continue;
      }
      const taken = Math.min(5 - this.#prefixLength, chunk.length - at);
      chunk.copy(this.#prefix, this.#prefixLength, at, at + taken);
      this.#prefixLength += taken;
      at += taken;
      if (this.#prefixLength < 5) continue;
      this.#prefixLength = 0;
      this.#missing = this.#prefix.readUInt32BE(1);
      if (this.#missing === 0) messages += 1;
    }
    return messages;
  }
}
