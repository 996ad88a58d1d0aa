namespace ConcurrencyKatas.Control;

/// <summary>The program of a child process.</summary>
public static class ChildProgram
{
    /// <summary>
    /// Runs the child that this process was started to be. The process ends by <c>_exit</c> once the caller's Main has
    /// returned and its foreground threads have ended.
    /// </summary>
    /// <param name="arguments">The arguments of the program.</param>
    /// <returns>The exit code, or <see langword="null"/> when the arguments are not those of a child.</returns>
    public static int? TryRun(string[] arguments) => throw new NotImplementedException();
}
