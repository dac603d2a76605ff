"""Speaks to Latchkey with Authlib as an application would; talks with the test line by line over stdin and stdout."""

import json
import os
import sys

import requests
from authlib.common.security import generate_token
from authlib.integrations.requests_client import OAuth2Session
from authlib.oauth2.rfc8414 import AuthorizationServerMetadata, get_well_known_url

# The test's server is on loopback, without TLS.
os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "true"

issuer, client_id, client_secret, redirect_uri, method = sys.argv[1:]


def tell(**facts):
    print(json.dumps(facts), flush=True)


metadata = AuthorizationServerMetadata(requests.get(get_well_known_url(issuer, external=True)).json())
assert metadata["issuer"] == issuer
for member in ("token_endpoint", "response_types_supported", "grant_types_supported"):
    getattr(metadata, "validate_" + member)()

session = OAuth2Session(
    client_id,
    client_secret or None,
    token_endpoint_auth_method=method,
    revocation_endpoint_auth_method=method,
    scope="tickets:read",
    redirect_uri=redirect_uri,
    code_challenge_method="S256",
)
verifier = generate_token(64)
url, state = session.create_authorization_url(metadata["authorization_endpoint"], code_verifier=verifier)
tell(authorize=url)
callback = sys.stdin.readline().strip()
token = session.fetch_token(
    metadata["token_endpoint"], authorization_response=callback, code_verifier=verifier, state=state
)
assert token["token_type"] == "Bearer" and token["scope"] == "tickets:read"

fresh = session.refresh_token(metadata["token_endpoint"], refresh_token=token["refresh_token"])
assert fresh["access_token"] != token["access_token"]

outcome = {"refreshed": True}
if method != "none":
    about = session.introspect_token(metadata["introspection_endpoint"], token=fresh["access_token"])
    outcome["introspected"] = about.json()["active"]
    own = OAuth2Session(client_id, client_secret, token_endpoint_auth_method=method, scope="tickets:read")
    itself = own.fetch_token(metadata["token_endpoint"], grant_type="client_credentials")
    outcome["itself"] = "refresh_token" not in itself

begun = requests.post(
    metadata["device_authorization_endpoint"],
    data={"client_id": client_id, "client_secret": client_secret, "scope": "tickets:read"},
).json()
tell(device=begun["verification_uri_complete"])
sys.stdin.readline()
device = session.fetch_token(
    metadata["token_endpoint"],
    grant_type="urn:ietf:params:oauth:grant-type:device_code",
    device_code=begun["device_code"],
)
outcome["device"] = device["scope"]

revoked = session.revoke_token(metadata["revocation_endpoint"], token=fresh["refresh_token"])
outcome["revoked"] = revoked.status_code
try:
    session.refresh_token(metadata["token_endpoint"], refresh_token=fresh["refresh_token"])
except Exception as error:
    outcome["after"] = getattr(error, "error", str(error))
tell(**outcome)
