#!/bin/sh
# A CI job that works with a token of its own: made for an hour, used, deleted whatever happens.
# Takes LATCHKEY_EMAIL and LATCHKEY_API_TOKEN, an administrator's, from the environment (the CI's secret store).
set -eu
latchkey=${LATCHKEY:-npx latchkey}
field() { node -p "JSON.parse(require('node:fs').readFileSync(0, 'utf8')).$1"; }

created=$($latchkey token create --description "CI job ${CI_JOB_ID:-by hand}" --expires-in 1h --scope read --scope authenticate --json)
id=$(echo "$created" | field id)
trap '$latchkey token delete "$id" --yes > /dev/null' EXIT

# Here the job does its work, with the small token instead of the big one.
JOB_TOKEN=$(echo "$created" | field secret)
LATCHKEY_API_TOKEN=$JOB_TOKEN $latchkey whoami
