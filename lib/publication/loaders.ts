import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { publicLife, publicTag } from './cache-tags';
import * as data from './data';

export async function loadLatestPublished(count: number): Promise<data.PublishedReport[]> {
  'use cache';
  cacheTag(publicTag);
  cacheLife(publicLife);
  return data.listLatestPublished(count);
}

export async function loadPublishedOfPlan(planCode: string): Promise<data.PublishedReport[]> {
  'use cache';
  cacheTag(publicTag);
  cacheLife(publicLife);
  return data.listPublishedOfPlan(planCode);
}

export async function loadPublishedOfAgency(agencyCode: string): Promise<data.PublishedReport[]> {
  'use cache';
  cacheTag(publicTag);
  cacheLife(publicLife);
  return data.listPublishedOfAgency(agencyCode);
}

export async function loadPublishedOfTask(taskCode: string): Promise<data.PublishedReport[]> {
  'use cache';
  cacheTag(publicTag);
  cacheLife(publicLife);
  return data.listPublishedOfTask(taskCode);
}
