import { ServerCredentials } from "@grpc/grpc-js";

/** A certificate chain and its key in PEM, and for mutual TLS the authorities of the clients. */
export interface ServerCertificate {
  readonly cert: Buffer;
  readonly key: Buffer;
  /** When set, a client must show a certificate of one of these. */
  readonly ca?: Buffer;
}

/**
 * TLS credentials whose certificate can be replaced while the server runs: connections that stand stay as they are,
 * later ones get the new one. Whether clients must show a certificate is decided once.
 */
export class ReloadableCredentials extends ServerCredentials {
  constructor(certificate: ServerCertificate) {
    const isMutual = certificate.ca !== undefined;
    super({ requestCert: isMutual, rejectUnauthorized: isMutual }, { ...certificate });
  }

  /** Serves this certificate from the next connection on. */
  replace(certificate: ServerCertificate): void {
    this.updateSecureContextOptions({ ...certificate });
  }

  override _equals(other: ServerCredentials): boolean {
    return this === other;
  }
}
