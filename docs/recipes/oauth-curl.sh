#!/bin/sh
# A program that acts for itself (client credentials), with nothing but curl: gets a token, asks what it is worth, ends it.
# Takes CLIENT_ID and CLIENT_SECRET, a confidential client's, from the environment.
set -eu
issuer=${LATCHKEY_ISSUER:-http://127.0.0.1:50552/acme}

# The secret goes by standard input: arguments are seen by everybody.
call() { printf 'user = "%s:%s"\n' "$CLIENT_ID" "$CLIENT_SECRET" | curl -fsS -K - "$@"; }
# field NAME: reads a field of the JSON on standard input.
field() { node -p "JSON.parse(require('node:fs').readFileSync(0, 'utf8')).$1"; }

# Where everything is: /.well-known/oauth-authorization-server comes before the account (RFC 8414).
metadata=$(curl -fsS "${issuer%/*}/.well-known/oauth-authorization-server/${issuer##*/}")
at() { echo "$metadata" | field "$1_endpoint"; }

token=$(call -d grant_type=client_credentials -d "scope=${SCOPE:-read}" "$(at token)" | field access_token)
echo "got a token"

# What a service that is called with it would ask, with a credential of its own.
body=$(mktemp)
trap 'rm -f "$body"' EXIT
printf 'token=%s' "$token" > "$body"
call -d "@$body" "$(at introspection)"
echo

call -d "@$body" "$(at revocation)" > /dev/null
call -d "@$body" "$(at introspection)" # {"active":false}
