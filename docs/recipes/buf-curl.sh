#!/bin/sh
# Makes an API token and asks whose it is, with nothing but buf (https://buf.build/docs) and server reflection.
# Takes LATCHKEY_EMAIL and LATCHKEY_API_TOKEN, an administrator's, from the environment.
set -eu
url=${LATCHKEY_URL:-http://127.0.0.1:50551}

# The secret goes by a file that only this user can read, and by standard input: arguments are seen by everybody.
headers=$(mktemp)
trap 'rm -f "$headers"' EXIT
basic() { printf 'Basic %s' "$(printf '%s/token:%s' "$1" "$2" | base64 | tr -d '\n')"; }
printf 'authorization: %s\n' "$(basic "$LATCHKEY_EMAIL" "$LATCHKEY_API_TOKEN")" > "$headers"

# call SERVICE/METHOD: the request comes from standard input, as JSON.
call() { npx buf curl --protocol grpc --http2-prior-knowledge --header "@$headers" --data @- "$url/latchkey.v1.$1"; }
# field PATH: reads a field of the JSON on standard input.
field() { node -p "JSON.parse(require('node:fs').readFileSync(0, 'utf8')).$1"; }

created=$(echo '{"apiToken": {"description": "made with buf curl"}}' | call ApiTokenService/CreateApiToken)
id=$(echo "$created" | field apiToken.id)
secret=$(echo "$created" | field secret)
echo "made $id"

# What a service does with the Authorization header of each request.
printf '{"authorization": "%s"}' "$(basic "$LATCHKEY_EMAIL" "$secret")" | call AuthenticationService/Authenticate

printf '{"id": "%s"}' "$id" | call ApiTokenService/DeleteApiToken > /dev/null
echo "deleted $id"
