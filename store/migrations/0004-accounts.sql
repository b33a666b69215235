-- What is no record: accounts and sessions (the columns are better-auth's), tokens, drafts, jobs. Only the app role
-- reads and writes here.

create table account_users (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" bool not null default false,
  image text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  -- The level that the account may read, the case teams that it belongs to, and the language that it reads in.
  clearance int not null default 1,
  teams text[] not null default '{}',
  language text not null default 'en',
  administrator bool not null default false
);

create table account_sessions (
  id text primary key,
  "userId" text not null references account_users on delete cascade,
  token text not null unique,
  "expiresAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);

create table account_credentials (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references account_users on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);

create table account_verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);

-- Bearer tokens that were given out; a token itself is signed and kept nowhere.
create table account_tokens (
  id text primary key,
  user_id text not null references account_users on delete cascade,
  scope text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);

-- Answers to submissions that carried an Idempotency-Key.
create table submission_keys (
  node_id int not null,
  account text not null,
  key text not null,
  body_sha256 bytea not null,
  answer text not null,
  primary key (node_id, account, key)
);

grant select, insert, update, delete on
  account_users, account_sessions, account_credentials, account_verifications, account_tokens to {{app}};
grant select, insert on submission_keys to {{intake}};
