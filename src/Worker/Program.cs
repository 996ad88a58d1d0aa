return ConcurrencyKatas.Control.ChildProgram.TryRun(args) ?? 2;
