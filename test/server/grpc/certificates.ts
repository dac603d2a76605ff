import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Whether certificates can be made here: with the `openssl` program. */
export const canMakeCertificates = (() => {
  try {
    execFileSync("openssl", ["version"], { stdio: "ignore" });
    return true;
  } catch {
    process.stderr.write("TLS is NOT tested here: the openssl program is missing.\n");
    return false;
  }
})();

/** An authority, with which certificates are made in a directory. */
export interface Authority {
  /** Its certificate, in PEM. */
  readonly file: string;
  readonly pem: Buffer;
  /** Makes a certificate and its key, for 127.0.0.1 and any client. */
  issue(name: string): { certFile: string; keyFile: string; cert: Buffer; key: Buffer };
}

/** Makes an authority. */
export function makeAuthority(directory: string, name: string): Authority {
  const path = (file: string) => join(directory, file);
  const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: directory, stdio: "ignore" });
  const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  openssl(
    "req",
    "-x509",
    ...newKey,
    "-keyout",
    `${name}.key`,
    "-out",
    `${name}.pem`,
    "-days",
    "2",
    "-subj",
    `/CN=${name}`,
  );
  return {
    file: path(`${name}.pem`),
    pem: readFileSync(path(`${name}.pem`)),
    issue(leaf) {
      writeFileSync(path(`${leaf}.ext`), "subjectAltName=IP:127.0.0.1,DNS:localhost\n");
      openssl("req", ...newKey, "-keyout", `${leaf}.key`, "-out", `${leaf}.csr`, "-subj", `/CN=${leaf}`);
      const issuer = ["-CA", `${name}.pem`, "-CAkey", `${name}.key`, "-CAcreateserial"];
      const request = ["-in", `${leaf}.csr`, "-out", `${leaf}.pem`, "-days", "2", "-extfile", `${leaf}.ext`];
      openssl("x509", "-req", ...request, ...issuer);
      const certFile = path(`${leaf}.pem`);
      const keyFile = path(`${leaf}.key`);
      return { certFile, keyFile, cert: readFileSync(certFile), key: readFileSync(keyFile) };
    },
  };
}
