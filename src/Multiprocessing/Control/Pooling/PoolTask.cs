namespace ConcurrencyKatas.Control;

/// <summary>Work for one worker, encoded: one call, or a chunk of a map.</summary>
/// <param name="Job">The number of the job that it is of.</param>
/// <param name="Part">Which part of the job it is, from 0.</param>
/// <param name="Places">Where the worker finds the assemblies that the message needs; empty in controlled runs.</param>
/// <param name="Message">What the worker is told.</param>
internal sealed record PoolTask(int Job, int Part, byte[] Places, byte[] Message);
