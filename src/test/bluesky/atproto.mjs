// Starts a Bluesky server (PDS), its directory of identities (PLC), or both, on this machine only. Everything in here is
// a throw-away for tests: keys and passwords protect nothing. Ends with the process that holds its standard input.
//   ROLE=plc|pds|both  PLC_PORT  PDS_PORT  PDS_DIR  [PDS_RATE_LIMITS_ENABLED=true]
// The directory is in memory, so it must stay while the server is killed and started again: hence the roles.
import net from 'node:net'
import { createRequire } from 'node:module'
import { mkdirSync } from 'node:fs'
import { randomBytes } from 'node:crypto'

// Both servers listen on all interfaces by themselves.
const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (...args) {
  if (typeof args[0] === 'number' && typeof args[1] !== 'string') args.splice(1, 0, '127.0.0.1')
  return listen.apply(this, args)
}

process.stdin.on('end', () => process.exit(0)).resume()
process.on('SIGTERM', () => process.exit(0))

const { ROLE = 'both', PLC_PORT, PDS_PORT, PDS_DIR, PDS_RATE_LIMITS_ENABLED } = process.env

if (ROLE !== 'pds') {
  const plc = createRequire(import.meta.url)('@did-plc/server')
  await plc.PlcServer.create({ db: plc.Database.mock(), port: Number(PLC_PORT) }).start()
}
if (ROLE !== 'plc') {
  const { PDS, envToCfg, envToSecrets } = await import('@atproto/pds')
  const { Secp256k1Keypair } = await import('@atproto/crypto')
  mkdirSync(PDS_DIR + '/blobs', { recursive: true })
  const recovery = await Secp256k1Keypair.create()
  const env = {
    devMode: true,
    port: Number(PDS_PORT),
    hostname: 'localhost',
    dataDirectory: PDS_DIR,
    blobstoreDiskLocation: PDS_DIR + '/blobs',
    didPlcUrl: `http://localhost:${PLC_PORT}`, // with 127.0.0.1 identities do not resolve: "Invalid hostname"
    recoveryDidKey: recovery.did(),
    adminPassword: 'admin-pass',
    jwtSecret: 'jwt-secret',
    dpopSecret: randomBytes(32).toString('hex'),
    plcRotationKeyK256PrivateKeyHex: '01'.repeat(32),
    serviceHandleDomains: ['.test'],
    inviteRequired: false,
    disableSsrfProtection: true,
    rateLimitsEnabled: PDS_RATE_LIMITS_ENABLED === 'true',
  }
  const pds = await PDS.create(envToCfg(env), envToSecrets(env))
  await pds.start()
}
console.log('{"ready":true}')
