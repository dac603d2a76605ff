import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { Account as _latchkey_v1_Account, Account__Output as _latchkey_v1_Account__Output } from './latchkey/v1/Account.js';
import type { AccountServiceClient as _latchkey_v1_AccountServiceClient, AccountServiceDefinition as _latchkey_v1_AccountServiceDefinition } from './latchkey/v1/AccountService.js';
import type { CreateAccountRequest as _latchkey_v1_CreateAccountRequest, CreateAccountRequest__Output as _latchkey_v1_CreateAccountRequest__Output } from './latchkey/v1/CreateAccountRequest.js';
import type { CreateAccountResponse as _latchkey_v1_CreateAccountResponse, CreateAccountResponse__Output as _latchkey_v1_CreateAccountResponse__Output } from './latchkey/v1/CreateAccountResponse.js';
import type { GetAccountRequest as _latchkey_v1_GetAccountRequest, GetAccountRequest__Output as _latchkey_v1_GetAccountRequest__Output } from './latchkey/v1/GetAccountRequest.js';
import type { GetAccountResponse as _latchkey_v1_GetAccountResponse, GetAccountResponse__Output as _latchkey_v1_GetAccountResponse__Output } from './latchkey/v1/GetAccountResponse.js';
import type { GetSetupStateRequest as _latchkey_v1_GetSetupStateRequest, GetSetupStateRequest__Output as _latchkey_v1_GetSetupStateRequest__Output } from './latchkey/v1/GetSetupStateRequest.js';
import type { GetSetupStateResponse as _latchkey_v1_GetSetupStateResponse, GetSetupStateResponse__Output as _latchkey_v1_GetSetupStateResponse__Output } from './latchkey/v1/GetSetupStateResponse.js';
import type { ListAccountsRequest as _latchkey_v1_ListAccountsRequest, ListAccountsRequest__Output as _latchkey_v1_ListAccountsRequest__Output } from './latchkey/v1/ListAccountsRequest.js';
import type { ListAccountsResponse as _latchkey_v1_ListAccountsResponse, ListAccountsResponse__Output as _latchkey_v1_ListAccountsResponse__Output } from './latchkey/v1/ListAccountsResponse.js';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  google: {
    protobuf: {
      Timestamp: MessageTypeDefinition<_google_protobuf_Timestamp, _google_protobuf_Timestamp__Output>
    }
  }
  latchkey: {
    v1: {
      Account: MessageTypeDefinition<_latchkey_v1_Account, _latchkey_v1_Account__Output>
      /**
       * The tenants of this server. Called by the operator of the machine: over the operator's own unix socket, or,
       * while the server holds no account yet, with the one-time setup code it prints when it starts.
       */
      AccountService: SubtypeConstructor<typeof grpc.Client, _latchkey_v1_AccountServiceClient> & { service: _latchkey_v1_AccountServiceDefinition }
      CreateAccountRequest: MessageTypeDefinition<_latchkey_v1_CreateAccountRequest, _latchkey_v1_CreateAccountRequest__Output>
      CreateAccountResponse: MessageTypeDefinition<_latchkey_v1_CreateAccountResponse, _latchkey_v1_CreateAccountResponse__Output>
      GetAccountRequest: MessageTypeDefinition<_latchkey_v1_GetAccountRequest, _latchkey_v1_GetAccountRequest__Output>
      GetAccountResponse: MessageTypeDefinition<_latchkey_v1_GetAccountResponse, _latchkey_v1_GetAccountResponse__Output>
      GetSetupStateRequest: MessageTypeDefinition<_latchkey_v1_GetSetupStateRequest, _latchkey_v1_GetSetupStateRequest__Output>
      GetSetupStateResponse: MessageTypeDefinition<_latchkey_v1_GetSetupStateResponse, _latchkey_v1_GetSetupStateResponse__Output>
      ListAccountsRequest: MessageTypeDefinition<_latchkey_v1_ListAccountsRequest, _latchkey_v1_ListAccountsRequest__Output>
      ListAccountsResponse: MessageTypeDefinition<_latchkey_v1_ListAccountsResponse, _latchkey_v1_ListAccountsResponse__Output>
    }
  }
}

