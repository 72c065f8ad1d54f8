/** What one run of a program is given of a service: variables for its environment, and a way to give it back. */
export interface Lease {
  env: Record<string, string>;
  end(): Promise<void>;
}

/** A kind of server that a program may ask for with `needs="…"`. Each run gets a server, or a room in one, that nobody else uses. */
export interface Service {
  /** The environment variable that holds its address. */
  variable: string;
  /** Says how to install it, or null when it is installed. */
  missing(): string | null;
  /** @throws when the server does not start */
  lease(): Promise<Lease>;
  /** Ends what several leases share. */
  close(): Promise<void>;
}
