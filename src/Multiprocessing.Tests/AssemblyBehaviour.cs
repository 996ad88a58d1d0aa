using ConcurrencyKatas.Multiprocessing.Tests.Watching;

// The seam and the session belong to the whole process, and a test counts its descriptors and children.
[assembly: CollectionBehavior(typeof(WatchedClasses), DisableTestParallelization = true)]
