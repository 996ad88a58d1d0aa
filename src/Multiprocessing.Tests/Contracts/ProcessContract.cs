namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>What holds of a Process, whatever is behind it.</summary>
public abstract class ProcessContract(Backend backend)
{
    /// <summary>CPython: <c>_TestProcess.test_process</c> and <c>test_active_children</c>.</summary>
    [SlowFact]
    public void It_is_alive_and_an_active_child_from_its_start_to_its_end() => Check(ProcessPrograms.LiveOnce);

    /// <summary>CPython: <c>_TestProcess.test_current</c>.</summary>
    [SlowFact]
    public void It_is_itself_what_its_parent_sees() => Check(ProcessPrograms.KnowItself);

    /// <summary>CPython: <c>_TestProcess.test_args_argument</c>.</summary>
    [SlowFact]
    public void Its_arguments_are_copies() => Check(ProcessPrograms.CopyArguments);

    /// <summary>CPython: <c>_TestSubclassingProcess.test_subclassing</c>.</summary>
    [SlowFact]
    public void A_subclass_brings_its_fields_and_runs_its_own_Run() => Check(ProcessPrograms.RunSubclass);

    [SlowFact]
    public void It_has_statics_of_its_own() => Check(ProcessPrograms.ChangeStatic);

    [SlowFact]
    public void One_that_throws_ends_with_one_and_harms_nobody_else() => backend.RunMain(ProcessPrograms.Throw);

    /// <summary>CPython: <c>_TestProcess.test_many_processes</c>.</summary>
    [SlowFact]
    public void Many_may_follow_each_other_and_be_there_at_once() => Check(ProcessPrograms.StartMany);

    /// <summary>CPython: <c>_TestProcess.test_sentinel</c> and <c>TestWait.test_wait_integer</c>.</summary>
    [SlowFact]
    public void A_wait_for_several_tells_all_that_have_ended_in_the_order_given() => Check(ProcessPrograms.WaitForAny);

    /// <summary>CPython: <c>_TestProcess.test_close</c>.</summary>
    [SlowFact]
    public void It_is_closed_after_its_end_only_and_then_has_only_a_name() => Check(ProcessPrograms.Close);

    [SlowFact]
    public void What_makes_no_sense_is_refused() => Check(ProcessPrograms.RefuseNonsense);

    public sealed class Real(Backend.Real backend) : ProcessContract(backend), IClassFixture<Backend.Real>
    {
        /// <summary>CPython: <c>_TestProcess.test_terminate</c> and <c>test_kill</c>.</summary>
        [SlowFact]
        public void It_can_be_terminated_and_killed() => Check(ProcessPrograms.TerminateAndKill);
    }

    public sealed class Controlled(Backend.Controlled backend)
        : ProcessContract(backend),
            IClassFixture<Backend.Controlled>
    {
        [SlowFact]
        public void Terminate_and_Kill_are_refused_and_it_goes_on() => Check(ProcessPrograms.RefuseSignals);
    }

    private protected void Check(Action program) => backend.Run(program);
}
