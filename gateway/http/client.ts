import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { CLIENT_IP_HEADER } from '../modules/identity/accounts.ts';

/** The headers by which this server tells the pages and the accounts who is at the other end. */
export const PROTOCOL_HEADER = 'x-client-protocol';
export { CLIENT_IP_HEADER };

const plain = (address: string) => address.replace(/^::ffff:/, '');

function listOf(proxies: readonly string[]): BlockList {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = '', prefix] = proxy.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (prefix) list.addSubnet(address, Number(prefix), family);
    else list.addAddress(address, family);
  }
  return list;
}

/**
 * Writes on each request from where it comes, removing what the client wrote there itself. `X-Forwarded-For` and
 * `X-Forwarded-Proto` count only when the peer is a proxy of `TRUSTED_PROXIES`; then the last address that is not one.
 */
export function clientMarker(proxies: readonly string[]) {
  const trusted = listOf(proxies);
  const isTrusted = (address: string) =>
    isIP(address) !== 0 && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return (request: IncomingMessage): void => {
    const peer = plain(request.socket.remoteAddress ?? '');
    const behind = isTrusted(peer);
    const forwarded = behind ? String(request.headers['x-forwarded-for'] ?? '') : '';
    const hops = forwarded
      .split(',')
      .map((hop) => plain(hop.trim()))
      .filter((hop) => isIP(hop) !== 0);
    const protocol = behind && request.headers['x-forwarded-proto'] === 'https' ? 'https' : 'http';
    request.headers[CLIENT_IP_HEADER] = hops.findLast((hop) => !isTrusted(hop)) ?? peer;
    request.headers[PROTOCOL_HEADER] = protocol;
    delete request.headers['x-forwarded-for'];
  };
}
