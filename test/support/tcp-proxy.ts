import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** Stands between a client and a server, and can cut them off from each other: with a word, or without. */
export async function startProxy(target: string) {
  const [host = "", port = ""] = target.split(":");
  const pairs = new Set<readonly [Socket, Socket]>();
  let isDropping = false;
  let isSilent = false;
  let areAnswersLost = false;
  const server = createServer((client) => {
    if (isDropping) {
      client.destroy();
      return;
    }
    const upstream = connect(Number(port), host);
    const pair = [client, upstream] as const;
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      client.destroy();
      upstream.destroy();
    };
    for (const [from, to] of [pair, [upstream, client]] as const) {
      from.on("data", (bytes) => {
        // What is swallowed never arrives, and nobody is told.
        const isAnswer = from === upstream;
        if (!isSilent && !(areAnswersLost && isAnswer)) to.write(bytes);
      });
      from.on("error", end);
      from.on("close", end);
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const drop = () => {
    for (const [client, upstream] of pairs) {
      client.destroy();
      upstream.destroy();
    }
  };
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Ends every connection, and every one to come. */
    drop() {
      isDropping = true;
      drop();
    },
    /** Lets nothing through any more, and says nothing. */
    silence() {
      isSilent = true;
    },
    /** Lets requests through, and nothing of the answers. */
    loseAnswers() {
      areAnswersLost = true;
    },
    /** Lets everything through again; connections that lost something end. */
    restore() {
      if (isSilent || areAnswersLost) drop();
      isDropping = false;
      areAnswersLost = false;
      isSilent = false;
    },
    async stop() {
      drop();
      server.close();
      await once(server, "close");
    },
  };
}
