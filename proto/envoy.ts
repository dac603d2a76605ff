import { fileURLToPath } from "node:url";
import { loadPackageDefinition, type ServiceDefinition } from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";

/** What Envoy tells of a request, as far as anybody looks at it (envoy.service.auth.v3.CheckRequest). */
export interface EnvoyCheckRequest {
  readonly attributes: {
    readonly source: {
      readonly address: { readonly socketAddress: { readonly address: string } | null } | null;
    } | null;
    readonly request: { readonly http: EnvoyHttpRequest | null } | null;
    readonly contextExtensions: Readonly<Record<string, string>>;
  } | null;
}

/** A request as Envoy saw it; its headers as a map, or with `encode_raw_headers` one by one. */
export interface EnvoyHttpRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly headerMap: {
    readonly headers: readonly { readonly key: string; readonly value: string; readonly rawValue: Buffer }[];
  } | null;
}

/** A header for Envoy to set. */
export interface EnvoyHeader {
  readonly header: { readonly key: string; readonly value: string };
  readonly appendAction: "OVERWRITE_IF_EXISTS_OR_ADD";
}

/** What Envoy is to do (envoy.service.auth.v3.CheckResponse). */
export interface EnvoyCheckResponse {
  readonly status: { readonly code: number };
  readonly okResponse?: {
    readonly headers: readonly EnvoyHeader[];
    readonly headersToRemove: readonly string[];
  };
  readonly deniedResponse?: {
    readonly status: { readonly code: number };
    readonly headers: readonly EnvoyHeader[];
    readonly body: string;
  };
}

const definition = loadSync("envoy/service/auth/v3/external_auth.proto", {
  includeDirs: [new URL("envoy-api/", import.meta.url), new URL(".", import.meta.url)].map((url) =>
    fileURLToPath(url),
  ),
  longs: Number,
  defaults: true,
  oneofs: true,
});

interface Loaded {
  readonly envoy: {
    readonly service: {
      readonly auth: { readonly v3: { readonly Authorization: { readonly service: ServiceDefinition } } };
    };
  };
}

/** Envoy's external authorization service, by its own contract. */
export const envoyAuthorization: ServiceDefinition = (loadPackageDefinition(definition) as unknown as Loaded)
  .envoy.service.auth.v3.Authorization.service;
