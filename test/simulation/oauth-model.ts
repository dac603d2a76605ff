import type { Reason } from "../../server/domain/failure.js";

const SECOND = 1_000;
const DAY = 86_400_000;

/** A client as the simulation knows it. */
export interface ModelClient {
  readonly id: string;
  enabled: boolean;
}

/** A person as the simulation knows them. */
export interface ModelPerson {
  readonly id: string;
  suspended: boolean;
}

/** What one consent gave: the family of its tokens. */
export interface ModelGrant {
  readonly client: ModelClient;
  readonly person: ModelPerson;
  readonly createTime: number;
  isOver: boolean;
  generation: number;
}

interface Code {
  readonly secret: string;
  readonly client: ModelClient;
  readonly person: ModelPerson;
  readonly createTime: number;
  grant?: ModelGrant;
}

/** An access token; its secret is unknown where the answer was lost. */
export interface ModelAccess {
  readonly secret: string | undefined;
  readonly client: ModelClient;
  readonly grant: ModelGrant | undefined;
  readonly createTime: number;
  isRevoked: boolean;
}

interface Refresh {
  readonly secret: string;
  readonly grant: ModelGrant;
  readonly generation: number;
  readonly createTime: number;
  rotation?: { readonly time: number; readonly access: ModelAccess; next: string | undefined };
}

interface Device {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly client: ModelClient;
  readonly createTime: number;
  state: "PENDING" | "APPROVED" | "DENIED" | "REDEEMED";
  person?: ModelPerson;
  lastPollTime?: number;
  interval: number;
}

/** What came of an attempt: refused, or with what the model cannot know but must remember. */
export type Expected = Reason | undefined;

/** What OAuth's grants are, in as few words as possible: everything in lists, nothing that can fail. */
export class OAuthModel {
  now: number;
  isOn = true;
  readonly clients: ModelClient[] = [];
  readonly people: ModelPerson[] = [];
  readonly codes: Code[] = [];
  readonly refreshes: Refresh[] = [];
  readonly accesses: ModelAccess[] = [];
  readonly devices: Device[] = [];
  /** Up to when everything of a client or person was ended. */
  readonly cutoffs = new Map<string, number>();

  constructor(now: number) {
    this.now = now;
  }

  /** Why a client is refused, whatever it asks for. */
  refusal(client: ModelClient, isRightSecret: boolean): Expected {
    if (!client.enabled || !isRightSecret) return "OAUTH_INVALID_CLIENT";
    return this.isOn ? undefined : "OAUTH_ACCESS_OFF";
  }

  /** A code that is redeemed; a valid one that comes again ends what it gave. */
  redeem(code: Code, client: ModelClient, isRightVerifier: boolean): Expected {
    if (code.client !== client || !isRightVerifier) return "OAUTH_INVALID_GRANT";
    if (code.grant !== undefined) code.grant.isOver = true;
    const isGood = code.grant === undefined && this.now < code.createTime + 120 * SECOND;
    return isGood && this.stands(client, code.person, code.createTime) ? undefined : "OAUTH_INVALID_GRANT";
  }

  /** A refresh token that is presented: refused, answered anew, or once more as before. */
  refresh(token: Refresh, client: ModelClient): Expected | "again" {
    const { grant, rotation } = token;
    if (grant.client !== client || grant.isOver || !this.#grantStands(grant)) return "OAUTH_INVALID_GRANT";
    if (rotation === undefined) {
      return this.now < token.createTime + 30 * DAY ? undefined : "OAUTH_INVALID_GRANT";
    }
    const isCurrent = grant.generation === token.generation + 1;
    if (isCurrent && this.now - rotation.time <= 60 * SECOND) {
      return rotation.access.isRevoked ? "OAUTH_INVALID_GRANT" : "again";
    }
    grant.isOver = true;
    return "OAUTH_INVALID_GRANT";
  }

  /** A poll of a device. */
  poll(device: Device, client: ModelClient): Expected {
    const { now } = this;
    if (device.client !== client || device.state === "REDEEMED") return "OAUTH_INVALID_GRANT";
    if (device.createTime + 600 * SECOND <= now) return "OAUTH_EXPIRED_TOKEN";
    if (device.state === "DENIED") return "OAUTH_ACCESS_DENIED";
    if (device.state === "APPROVED") {
      const person = device.person as ModelPerson;
      return this.stands(client, person, device.createTime) ? undefined : "OAUTH_INVALID_GRANT";
    }
    const { lastPollTime = Number.NEGATIVE_INFINITY } = device;
    const isTooSoon = now - lastPollTime < device.interval * SECOND - 500;
    device.lastPollTime = now;
    if (isTooSoon) device.interval += 5;
    return isTooSoon ? "OAUTH_SLOW_DOWN" : "OAUTH_AUTHORIZATION_PENDING";
  }

  /** A person's answer to a device. */
  answer(device: Device, person: ModelPerson, approved: boolean): Expected {
    if (device.createTime + 600 * SECOND <= this.now || !device.client.enabled) return "RESOURCE_NOT_FOUND";
    if (device.state !== "PENDING") return "STATE_CONFLICT";
    device.state = approved ? "APPROVED" : "DENIED";
    device.person = person;
    return undefined;
  }

  /** A new grant, with its tokens. */
  open(client: ModelClient, person: ModelPerson, access?: string, refresh?: string): ModelGrant {
    const createTime = this.now;
    const grant = { client, person, createTime, isOver: false, generation: 1 };
    this.accesses.push({ secret: access, client, grant, createTime, isRevoked: false });
    if (refresh !== undefined) this.refreshes.push({ secret: refresh, grant, generation: 1, createTime });
    return grant;
  }

  /** A rotation, with what came of it as far as it was heard. */
  rotate(token: Refresh, access?: string, next?: string): void {
    const { grant } = token;
    const made = { secret: access, client: grant.client, grant, createTime: this.now, isRevoked: false };
    this.accesses.push(made);
    grant.generation = token.generation + 1;
    token.rotation = { time: this.now, access: made, next };
    if (next !== undefined) this.#addNext(token, next);
  }

  /** The answer of a rotation that was lost, and came when it was asked for again. */
  learn(token: Refresh, access: string, next: string): void {
    const { rotation } = token;
    if (rotation === undefined || rotation.next !== undefined) return;
    rotation.next = next;
    this.#addNext(token, next);
    const at = this.accesses.indexOf(rotation.access);
    const known = { ...rotation.access, secret: access };
    this.accesses[at] = known;
    token.rotation = { ...rotation, access: known };
  }

  /** Forgets what is so long over that nobody can tell it from what never was. */
  sweep(): void {
    forget(this.codes, ({ createTime }) => createTime + 120 * SECOND + DAY <= this.now);
    forget(this.devices, ({ createTime }) => createTime + 600 * SECOND + DAY <= this.now);
    forget(
      this.refreshes,
      ({ createTime, grant }) => createTime + 30 * DAY <= this.now || this.#isEnded(grant),
    );
    forget(this.accesses, ({ client, grant, createTime, isRevoked }) => {
      const isEnded = grant === undefined ? createTime <= this.#cutOff(client.id) : this.#isEnded(grant);
      return isRevoked || isEnded || createTime + 1_800 * SECOND <= this.now;
    });
  }

  /** Whether an access token works now. */
  isLive({ client, grant, createTime, isRevoked }: ModelAccess): boolean {
    if (!this.isOn || isRevoked || !client.enabled || this.now >= createTime + 1_800 * SECOND) return false;
    if (grant === undefined) return createTime > this.#cutOff(client.id);
    return !grant.isOver && this.#grantStands(grant);
  }

  /** Whether a refresh token is good and unused. */
  isFresh({ grant, rotation, createTime }: Refresh): boolean {
    const isGood = this.isOn && rotation === undefined && this.now < createTime + 30 * DAY;
    return isGood && !grant.isOver && this.#grantStands(grant);
  }

  /** Whether what was given then has not been ended with all else since. */
  stands(client: ModelClient, person: ModelPerson, createTime: number): boolean {
    return !person.suspended && createTime > Math.max(this.#cutOff(client.id), this.#cutOff(person.id));
  }

  /** Whether a grant ended for good; a suspended person's comes back with them. */
  #isEnded({ client, person, createTime, isOver }: ModelGrant): boolean {
    return isOver || createTime <= Math.max(this.#cutOff(client.id), this.#cutOff(person.id));
  }

  #grantStands({ client, person, createTime }: ModelGrant): boolean {
    return this.stands(client, person, createTime);
  }

  #cutOff(id: string): number {
    return this.cutoffs.get(id) ?? Number.NEGATIVE_INFINITY;
  }

  #addNext({ grant, generation, rotation }: Refresh, secret: string): void {
    const createTime = rotation?.time ?? this.now;
    this.refreshes.push({ secret, grant, generation: generation + 1, createTime });
  }
}

function forget<T>(list: T[], isOver: (one: T) => boolean): void {
  list.splice(0, list.length, ...list.filter((one) => !isOver(one)));
}
