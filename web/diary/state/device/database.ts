/** What the diary keeps on a device: unsent acts, and copies of what was read. */
export type StoreName = 'outbox' | 'kept';

const finished = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('The device could not read what it keeps.'));
    };
  });

function open(): Promise<IDBDatabase> {
  const asked = indexedDB.open('haemdiary', 1);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore('outbox', { keyPath: 'seq', autoIncrement: true });
    asked.result.createObjectStore('kept', { keyPath: 'place' });
  };
  return finished(asked)
    .catch((error: unknown) => {
      // A newer release has been here, and this page is still the old one: what that one keeps it keeps beside ours.
      if (error instanceof DOMException && error.name === 'VersionError')
        return finished(indexedDB.open('haemdiary'));
      throw error;
    })
    .then((database) => {
      // A newer release in another tab may need another shape: let it have it, and open again when asked.
      database.onversionchange = () => {
        database.close();
        opened = undefined;
      };
      database.onclose = () => {
        opened = undefined;
      };
      return database;
    });
}

let opened: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  opened ??= open().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/**
 * Everything in a store, in the order of its keys.
 *
 * @throws DOMException where the browser keeps nothing, for example in some private windows
 */
export async function readAll(name: StoreName): Promise<readonly unknown[]> {
  const store = (await database()).transaction(name).objectStore(name);
  return finished<unknown[]>(store.getAll());
}

/**
 * Writes, and answers only when it is on the disk: `strict` is what makes an act outlive a crash of the whole phone.
 *
 * @param act what to do with the store, without waiting in between
 */
export async function write<T>(name: StoreName, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const transaction = (await database()).transaction(name, 'readwrite', { durability: 'strict' });
  const result = finished(act(transaction.objectStore(name)));
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onabort = () => {
      reject(transaction.error ?? new Error('The device could not keep it.'));
    };
  });
  return result;
}
