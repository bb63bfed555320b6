import 'server-only';
import { cache } from 'react';
import * as data from './data';

export const loadLatestPublished = data.listLatestPublished;
export const loadPublishedOfPlan = data.listPublishedOfPlan;
export const loadPublishedOfAgency = data.listPublishedOfAgency;
/** For the content and for the head of a page, which each request reads once. */
export const loadPublishedOfTask = cache(data.listPublishedOfTask);
