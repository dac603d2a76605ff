import { type ChannelCredentials, Metadata } from "@grpc/grpc-js";

/** Where Latchkey is, and who asks. */
export interface Connection {
  /** `host:port`, or `unix:/path`. */
  readonly server: string;
  readonly credentials: ChannelCredentials;
  /** The service's own `Authorization` value. */
  readonly authorization: string;
}

/** The metadata of the service's own calls. */
export function callerMetadata({ authorization }: Connection): Metadata {
  const metadata = new Metadata();
  metadata.set("authorization", authorization);
  return metadata;
}
