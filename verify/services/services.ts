import { nats } from './nats.ts';
import { postgres } from './postgres.ts';
import { rabbitmq } from './rabbitmq.ts';
import { redis } from './redis.ts';
import type { Lease, Service } from './service.ts';

/** The services a program may ask for with `needs="…"`. */
export const SERVICES: Record<string, Service> = { redis, postgres, nats, rabbitmq };

/** Says what is wrong with a service: unknown, or not installed. Null when it can be had. */
export function serviceProblem(name: string, known = SERVICES): string | null {
  const service = Object.hasOwn(known, name) ? known[name] : undefined;
  if (!service) return `needs="${name}" is not a known service. Known services: ${Object.keys(known).join(', ')}.`;
  const missing = service.missing();
  return missing && `It needs ${name}, which is not installed. ${missing}`;
}

/**
 * Gives one run the services it asks for.
 *
 * @throws when one of them does not start
 */
export async function leaseServices(names: string[], known = SERVICES): Promise<Lease> {
  const leases = await Promise.all(names.map((name) => known[name]!.lease()));
  return {
    env: Object.assign({}, ...leases.map(({ env }) => env)) as Record<string, string>,
    end: async () => void (await Promise.all(leases.map((lease) => lease.end()))),
  };
}

/** Ends the servers that runs have shared. */
export async function closeServices(known = SERVICES): Promise<void> {
  await Promise.all(Object.values(known).map((service) => service.close()));
}
