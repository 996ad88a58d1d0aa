// What every kata file may use without asking. Inside `namespace ConcurrencyKatas.<Kata>` the names Process, Lock,
// Semaphore… mean the course's own types, because types of an enclosing namespace win over using directives.
global using System;
global using System.Collections.Generic;
global using System.Linq;
