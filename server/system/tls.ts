import { readFileSync, unwatchFile, watchFile } from "node:fs";
import { createSecureContext } from "node:tls";

/** PEM files: the server's certificate chain and key, and for mutual TLS the authorities of its clients. */
export interface TlsFiles {
  readonly certFile: string;
  readonly keyFile: string;
  /** When set, a client must show a certificate of one of these. */
  readonly clientCaFile?: string;
}

/** What the files hold: a pair that fits together. */
export interface TlsMaterial {
  readonly cert: Buffer;
  readonly key: Buffer;
  readonly ca?: Buffer;
}

/** The files and what they hold, kept up to date. */
export interface TlsWatch {
  /** Reads the files again, now. */
  reload(): void;
  /** Stops looking at them. */
  close(): void;
}

/** Files that cannot serve; the message names them and says why. */
export class TlsFilesError extends Error {
  override readonly name = "TlsFilesError";
}

/** What the files hold. Throws TlsFilesError when one cannot be read or they do not fit together. */
export function readTlsFiles(files: TlsFiles): TlsMaterial {
  const cert = read("certificate", files.certFile);
  const key = read("key", files.keyFile);
  const ca = files.clientCaFile === undefined ? {} : { ca: read("client authorities", files.clientCaFile) };
  const material = { cert, key, ...ca };
  try {
    createSecureContext(material);
  } catch (error) {
    const names = Object.values(files).join(", ");
    throw new TlsFilesError(`The TLS files do not fit together (${names}): ${messageOf(error)}`);
  }
  return material;
}

/**
 * Looks at the files every so many milliseconds and hands on what they hold when it has changed. While they do not
 * fit together (the new certificate is there, its key not yet) it complains, and what was handed on before stays.
 */
export function watchTlsFiles(
  files: TlsFiles,
  everyMs: number,
  onChange: (material: TlsMaterial) => void,
  onFailure: (error: unknown) => void,
): TlsWatch {
  const reload = () => {
    let material: TlsMaterial;
    try {
      material = readTlsFiles(files);
    } catch (error) {
      onFailure(error);
      return;
    }
    onChange(material);
  };
  const paths: string[] = Object.values(files);
  // Polling sees what file events do not: a link that is turned to another directory, as Kubernetes does it.
  for (const path of paths) watchFile(path, { interval: everyMs, persistent: false }, reload);
  return {
    reload,
    close() {
      for (const path of paths) unwatchFile(path, reload);
    },
  };
}

function read(what: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new TlsFilesError(`The TLS ${what} cannot be read: ${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
