import { readFileSync } from "node:fs";
import type { Server } from "@grpc/grpc-js";
import type { PackageDefinition } from "@grpc/proto-loader";
import { ReflectionService } from "@grpc/reflection";

/** The contract and the health service as `buf build` compiles them: a FileDescriptorSet. */
const DESCRIPTORS = new URL("../../proto/gen/contract.binpb", import.meta.url);

/**
 * Lets clients ask for the contract, v1 and v1alpha. What proto-loader hands out merges files, leaves names relative
 * and dependencies out, and strict clients (buf curl, grpcurl) cannot link that; the compiled files are whole.
 */
export function addReflection(server: Pick<Server, "addService">): void {
  const files = { format: "", type: {}, fileDescriptorProtos: readFiles(readFileSync(DESCRIPTORS)) };
  new ReflectionService({ files } as unknown as PackageDefinition).addToServer(server as Server);
}

/** Takes a FileDescriptorSet apart, which is nothing but length-delimited files in its field 1. */
function readFiles(set: Buffer): Buffer[] {
  const files: Buffer[] = [];
  let at = 0;
  while (at < set.length) {
    const { length, start } = readLength(set, at + 1);
    files.push(set.subarray(start, start + length));
    at = start + length;
  }
  return files;
}

/** Reads a varint: seven bits to a byte, the lowest first, the eighth telling that more follow. */
function readLength(set: Buffer, from: number): { length: number; start: number } {
  let length = 0;
  for (let start = from, shift = 0; ; start++, shift += 7) {
    const byte = set.readUInt8(start);
    length |= (byte & 0x7f) << shift;
    if (byte < 0x80) return { length, start: start + 1 };
  }
}
