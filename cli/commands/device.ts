import type { ConsentClient } from "../../tui/client/oauth.js";
import { defineCommand } from "../command.js";
import { confirm, needsConfirmation, YES_OPTION } from "../confirm.js";
import { CALL_OPTIONS, JSON_OPTION, withClient } from "../connection.js";
import { EXIT } from "../exit-codes.js";
import { formatTime, type Output, printable } from "../output.js";

const ONE_CODE = { hint: "CODE", min: 1, max: 1 } as const;

/** The commands with which a person lets a device in, or keeps it out. */
export const DEVICE_COMMANDS = [
  defineCommand({
    name: "device approve",
    summary: "let the device that shows this code act for you",
    details: [
      "Approve only a code that a device of yours shows you now: whoever sent you another one would act for you.",
      "It needs a session: an API token cannot consent for anybody.",
    ],
    positionals: ONE_CODE,
    examples: ["latchkey device approve WDJB-MJHT"],
    options: { ...YES_OPTION, ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) => {
      const asks = needsConfirmation(call);
      return withClient(call, async (client) => {
        const [code = ""] = call.positionals;
        if (asks) {
          const { client: asking, scopes, expireTime } = await client.oauth.getDeviceAuthorization(code);
          await confirm(call, [
            `${describe(asking)} asks to act for you: ${scopes.join(", ")}.`,
            `The code ends at ${formatTime(expireTime)}.`,
          ]);
        }
        await printAnswered(
          call.output,
          await client.oauth.approveDevice(code, true),
          "It acts for you now.",
        );
        return EXIT.DONE;
      });
    },
  }),
  defineCommand({
    name: "device deny",
    summary: "keep the device that shows this code out",
    positionals: ONE_CODE,
    options: { ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) =>
      withClient(call, async (client) => {
        const answered = await client.oauth.approveDevice(call.positionals[0] ?? "", false);
        await printAnswered(call.output, answered, "It stays out.");
        return EXIT.DONE;
      }),
  }),
];

async function printAnswered(output: Output, client: ConsentClient, outcome: string): Promise<void> {
  if (output.json) await output.object(client);
  else await output.line(describe(client));
  output.note(outcome);
}

function describe({ name, company, identifier }: ConsentClient): string {
  const whose = company === "" ? identifier : `${identifier}, ${company}`;
  return printable(`${name} (${whose})`);
}
