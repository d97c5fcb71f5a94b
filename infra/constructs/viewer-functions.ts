import {
  Function as ViewerFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import type { Audience } from '#contracts/route.ts';

/** Pages are made in the browser: every path that isn't a file is the page. On the site only, so that the API's 404 stays one. */
const PAGE_FOR_EVERY_PATH = `
function handler(event) {
  var request = event.request;
  var lastPart = request.uri.substring(request.uri.lastIndexOf('/') + 1);
  if (lastPart.indexOf('.') === -1) request.uri = '/index.html';
  return request;
}`;

/**
 * Whatever the browser said of itself is overwritten: throttling and audit need an address that can't be chosen, the
 * guard against forged requests the host that was asked, which the origin behind CloudFront doesn't see, and the session
 * routes which of the sites it is, since each signs people in on its own only.
 */
const trueViewer = (site: Audience): string => `
function handler(event) {
  var request = event.request;
  request.headers['x-viewer-ip'] = { value: event.viewer.ip };
  request.headers['x-viewer-host'] = { value: request.headers.host.value };
  request.headers['x-viewer-site'] = { value: '${site}' };
  return request;
}`;

const atRequest = (scope: Construct, id: string, code: string) => ({
  eventType: FunctionEventType.VIEWER_REQUEST,
  function: new ViewerFunction(scope, id, {
    code: FunctionCode.fromInline(code.trim()),
    runtime: FunctionRuntime.JS_2_0,
  }),
});

export const pageForEveryPath = (scope: Construct) =>
  atRequest(scope, 'PageForEveryPath', PAGE_FOR_EVERY_PATH);

export const trueViewerAddress = (scope: Construct, site: Audience) =>
  atRequest(scope, 'TrueViewerAddress', trueViewer(site));
