import {
  type Server,
  type ServerDuplexStream,
  type ServerWritableStream,
  type ServiceDefinition,
  status,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";

type OpenCall = ServerWritableStream<unknown, unknown> | ServerDuplexStream<unknown, unknown>;

/** Where services are added whose streams would stand for ever, and keep the server from stopping. */
export function endingStreams(server: Server, stopping: AbortSignal): Pick<Server, "addService"> {
  return {
    addService(definition: ServiceDefinition, implementation: UntypedServiceImplementation) {
      const ending: UntypedServiceImplementation = { ...implementation };
      for (const [name, { responseStream, originalName }] of Object.entries(definition)) {
        const key = implementation[name] === undefined ? (originalName ?? name) : name;
        const handle = implementation[key] as ((call: OpenCall) => void) | undefined;
        if (!responseStream || handle === undefined) continue;
        ending[key] = (call: OpenCall) => {
          endWhenStopping(call, stopping);
          handle(call);
        };
      }
      server.addService(definition, ending);
    },
  };
}

function endWhenStopping(call: OpenCall, stopping: AbortSignal): void {
  const end = () => {
    call.emit(
      "error",
      Object.assign(new Error(), { code: status.UNAVAILABLE, details: "The server is stopping." }),
    );
  };
  stopping.addEventListener("abort", end, { once: true });
  call.on("cancelled", () => stopping.removeEventListener("abort", end));
}
